using System.IO;
using System.Xml;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Reads BPMN files. Does not throw: the problems of a file are in <see cref="BpmnModel.Problems"/>.</summary>
internal static class BpmnReader
{
    // No resolver and no DTD, because models can be untrusted.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    public static BpmnModel Read(string xml, BpmnDialect dialect = BpmnDialect.Auto) =>
        Read(new StringReader(xml.Length > 0 && xml[0] == '\uFEFF' ? xml.Substring(1) : xml), dialect);

    public static BpmnModel Read(TextReader xml, BpmnDialect dialect = BpmnDialect.Auto)
    {
        var builder = new BpmnModelBuilder();
        try
        {
            using var reader = XmlReader.Create(xml, Settings);
            new DefinitionsReader(new BpmnXml(reader, dialect, builder), builder).Read();
        }
        catch (XmlException exception)
        {
            builder.Add(BpmnProblemKind.Malformed, exception.Message, new(exception.LineNumber, exception.LinePosition));
        }

        return builder.Build();
    }
}
