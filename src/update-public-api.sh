#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt of both packages anew from the code. Look at the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")"
for project in Camunda.ExternalTask Camunda.ExternalTask.Testing; do
  printf '#nullable enable\n' > "$project/PublicAPI.Unshipped.txt"
  log=$(dotnet build --configuration Release --no-incremental "$project" -p:TreatWarningsAsErrors=false)
  {
    printf '#nullable enable\n'
    printf '%s\n' "$log" | sed -n "s/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u
  } > "$project/PublicAPI.Unshipped.txt"
done
