using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace MutualAid.Admin;

/// <summary>Beside the forms' own token each form has a number of its own, by which <see cref="OncePosts"/> knows it when it comes twice.</summary>
internal sealed class OnceForms(
    IAntiforgery antiforgery,
    IOptions<MvcViewOptions> options,
    IModelMetadataProvider metadata,
    IUrlHelperFactory urls,
    HtmlEncoder encoder,
    ValidationHtmlAttributeProvider validation
) : DefaultHtmlGenerator(antiforgery, options, metadata, urls, encoder, validation)
{
    public const string Field = "once";
    private const int Bytes = 12;

    public override IHtmlContent GenerateAntiforgery(ViewContext viewContext) =>
        new HtmlContentBuilder()
            .AppendHtml(base.GenerateAntiforgery(viewContext))
            .AppendHtml($"""<input name="{Field}" type="hidden" value="{RandomNumberGenerator.GetHexString(Bytes * 2)}">""");
}
