using System.Globalization;
using System.Net.Http.Headers;
using NewsBot.Discord.Messages;

namespace NewsBot.Discord.Rest;

/// <summary>Bodies of requests: JSON, or with files multipart, the JSON as <c>payload_json</c> and the files as <c>files[n]</c>.</summary>
internal static class RestContent
{
    public static HttpContent Of(ReadOnlyMemory<byte> json, IReadOnlyList<MessageFile> files)
    {
        if (files.Count == 0)
            return Json(json);
        var parts = new MultipartFormDataContent();
        parts.Add(Json(json), "payload_json");
        for (var i = 0; i < files.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(files[i].Content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            parts.Add(file, string.Create(CultureInfo.InvariantCulture, $"files[{i}]"), files[i].Name);
        }

        return parts;
    }

    private static ReadOnlyMemoryContent Json(ReadOnlyMemory<byte> json)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
