using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Protocol.Uploads;

/// <summary>Writes the form that deploys files.</summary>
internal static class DeploymentBody
{
    public static HttpContent Of(DeploymentRequest request)
    {
        var boundary = $"{Guid.NewGuid():N}";
        var body = new MemoryStream();
        Field("deployment-name", request.Name);
        Field("deployment-source", request.Source);
        Field("tenant-id", request.TenantId);
        Field("enable-duplicate-filtering", request.EnableDuplicateFiltering || request.DeployChangedOnly ? "true" : null);
        Field("deploy-changed-only", request.DeployChangedOnly ? "true" : null);
        for (var i = 0; i < request.Files.Count; i++)
        {
            var file = request.Files[i];

            // The engine reads the name of the resource from the name of the file. The names of the parts must differ.
            Text($"--{boundary}\r\nContent-Disposition: form-data; name=\"file{i}\"; filename=\"{UploadBody.HeaderText(file.Name)}\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n");
            body.Write(file.Content.Span);
            Text("\r\n");
        }

        Text($"--{boundary}--\r\n");
        return new ReadOnlyMemoryContent(body.GetBuffer().AsMemory(0, (int)body.Length))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", boundary) } } },
        };

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                // Without a charset, the engine reads the value of a field as ASCII.
                Text($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n{value}\r\n");
            }
        }

        void Text(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }
}
