using Camunda.ExternalTask.Generators.Tests.Driving;

namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>What compiles without the generator compiles with it.</summary>
public sealed class ValidProgramTests
{
    [Theory]
    [InlineData("""
        [TaskInput] public partial record In(int A);
        [ExternalTaskHandler("a")] public partial class A { public void Handle(In? input) { } }
        """)]
    [InlineData("""
        [TaskInput] public partial record In(int A);
        public abstract class Base<T> where T : class { public void Handle(T? input) { } }
        [ExternalTaskHandler("a")] public partial class A : Base<In>;
        """)]
    [InlineData("""
        [ExternalTaskHandler("a")] public partial class A
        {
            public Task<Out?> HandleAsync(In? input) => Task.FromResult<Out?>(new(1));
            [TaskInput] public partial record In(int A);
            [TaskOutput] public partial record Out(int B);
        }
        [ExternalTaskHandler("b")] public partial class B { public A.Out? Handle(A.In input) => null; }
        """)]
    [InlineData("""
        [TaskOutput] public partial record Out(int B);
        [ExternalTaskHandler("a")] public partial class A { public Task<TaskOutcome<Out>>? HandleAsync() => null; }
        [ExternalTaskHandler("b")] public partial class B { public Task? HandleAsync() => Task.CompletedTask; }
        """)]
    public void Annotations_of_a_handle_method_do_not_reach_generated_code(string source) => AssertCompiles("using Camunda.ExternalTask;\n" + source);

    [Theory]
    [InlineData("""
        namespace Acme.Orders { [TaskInput] public partial record Customer(int A); [ExternalTaskHandler("a")] public partial class Handler { public void Handle(Customer input) { } } }
        namespace Acme.orders { [TaskInput] public partial record Customer(int A); [ExternalTaskHandler("b")] public partial class Handler { public void Handle(Customer input) { } } }
        """)]
    [InlineData("""
        public partial class Outer { [TaskInput] public partial record In(int A); [TaskOutput] public partial record Out(int A); [BpmnError("E")] public partial record Error; }
        public partial class OUTER { [TaskInput] public partial record In(int A); [TaskOutput] public partial record Out(int A); [BpmnError("E")] public partial record Error; }
        """)]
    [InlineData("""
        public partial class Customer { [TaskInput] public partial record In(int A); }
        namespace CUSTOMER { [TaskInput] public partial record In(int A); }
        """)]
    public void Names_that_differ_only_in_case_get_files_of_their_own(string source) => AssertCompiles("using Camunda.ExternalTask;\n" + source);

    [Theory]
    [InlineData("""
        [assembly: System.CLSCompliant(true)]
        [TaskInput] public partial record In(uint A, sbyte B);
        [ExternalTaskHandler("a")] public partial class A { public void Handle(In input) { } }
        """)]
    [InlineData("""
        #pragma warning disable ACME001
        [TaskInput] public partial record In(Level A);
        [TaskOutput] public partial record Out(Level A);
        [System.Diagnostics.CodeAnalysis.Experimental("ACME001")] public enum Level { Low, High }
        """)]
    [InlineData("""
        [TaskInput] public partial record In(Level A);
        [System.Obsolete("old", DiagnosticId = "ACME002")] public enum Level { Low, High }
        """)]
    public void Warnings_about_the_users_types_do_not_reach_generated_code(string source) => AssertCompiles("using Camunda.ExternalTask;\n" + source);

    [Theory]
    [InlineData("""
        [TaskOutput] public partial record Out(Nothing A, Nothing? B);
        [TaskInput] public partial record In(Nothing A, Nothing? B);
        public enum Nothing { }
        """)]
    [InlineData("""
        [TaskOutput] public partial class Out { [System.Diagnostics.CodeAnalysis.DisallowNull] public string? A { get; set; } [System.Diagnostics.CodeAnalysis.AllowNull] public string B { get; set; } = ""; }
        [TaskInput] public partial class In { [System.Diagnostics.CodeAnalysis.DisallowNull] public string? A { get; set; } [System.Diagnostics.CodeAnalysis.AllowNull] public string B { get; set; } = ""; }
        """)]
    [InlineData("""
        public abstract partial record Base(int Id) { [TaskInput] public partial record In(int Id, string Name) : Base(Id); [TaskOutput] public partial record Out(int Id, string Name) : Base(Id); }
        """)]
    [InlineData("""
        public abstract class Base<T> { [TaskInput] public abstract record Nested; }
        public partial class Outer { public class In0 { public int A { get; set; } } [TaskInput] public partial class In : In0 { public int B { get; init; } } }
        """)]
    public void Unusual_types_compile(string source) => AssertCompiles("using Camunda.ExternalTask;\n" + source);

    [Theory]
    [InlineData("""
        [TaskInput] public partial record In(Level A);
        [TaskOutput] public partial record Out(Level A);
        public enum Level { Low, [System.Obsolete("gone", error: true)] Old, High }
        """)]
    [InlineData("""
        [TaskInput] public partial class In { [System.Obsolete("gone", error: true)] public int Old { get; set; } public int New { get; set; } }
        [TaskOutput] public partial class Out { [System.Obsolete("gone", error: true)] public int Old { get; set; } public int New { get; set; } }
        [BpmnError("E")] public partial record E { [System.Obsolete("gone", error: true)] public int Old { get; set; } }
        [ProcessStart("p")] public partial record P { [System.Obsolete("gone", error: true)] public int Old { get; set; } }
        """)]
    [InlineData("""
        [System.Obsolete("gone", error: true)] [ExternalTaskHandler("a")] public partial class A { public void Handle() { } }
        [ExternalTaskHandler("b")] public partial class B { public void Handle() { } }
        """)]
    [InlineData("""
        [ExternalTaskHandler("a")] public partial class A { [System.Obsolete("gone", error: true)] public void Handle(In input) { } }
        [System.Obsolete("gone", error: true)] [TaskInput] public partial record In(int X);
        """)]
    [InlineData("""
        [ExternalTaskHandler("a")] public partial class A { [System.Obsolete("gone", error: true)] public A() { } public void Handle() { } }
        """)]
    public void Obsolete_errors_compile(string source) => AssertCompiles("using Camunda.ExternalTask;\n" + source);

    [Fact]
    public void Base_type_of_an_error_is_CLS_compliant()
    {
        var complete = SourceDriver.Complete(SourceDriver.Compilation("[assembly: System.CLSCompliant(true)] [Camunda.ExternalTask.BpmnError(\"E\")] public partial record Declined(int Amount);"));

        Assert.DoesNotContain(complete.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Id.StartsWith("CS3", StringComparison.Ordinal));
    }

    private static void AssertCompiles(string source)
    {
        var complete = SourceDriver.Complete(SourceDriver.Compilation(source));

        Assert.Empty(SourceDriver.Complaints(complete));
        Assert.Contains(complete.SyntaxTrees, static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
    }
}
