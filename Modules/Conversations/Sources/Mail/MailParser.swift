import CGMime
import FlywheelKit

/// Takes messages apart by GMime: headers with encoded words, parts in parts, transfer encodings, character sets, and what mail
/// programs make of them.
struct MailParser {
    /// How deep parts may lie in parts; what lies deeper is left alone.
    private static let deepest = 24
    /// GMime is set up once for the process.
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// The message that these bytes are; nil where they are none.
    static func message(_ bytes: [UInt8]) -> MailMessage? {
        guard isReady, let options = Options() else { return nil }
        let stream = bytes.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        defer { g_object_unref(stream) }
        let parser = g_mime_parser_new_with_stream(stream)
        defer { g_object_unref(parser) }
        guard let found = g_mime_parser_construct_message(parser, options.pointer) else { return nil }
        defer { g_object_unref(found) }

        var content = MailContent()
        if let part = g_mime_message_get_mime_part(found) {
            content.add(MimePart(part), place: "1", depth: Self.deepest)
        }
        let headers = MailHeaders(found)
        guard headers.isMessage else { return nil }
        return MailMessage(
            id: headers.id ?? "no-id-\(StableCode.of(bytes))", references: headers.references, from: headers.from,
            recipients: headers.recipients, subject: headers.subject, at: headers.date,
            isAutomatic: headers.isAutomatic,
            language: headers.language, text: content.text, attachments: content.attachments)
    }

    /// How broken mail is read: bytes in headers that no charset is named for are UTF-8, else of code page 1252.
    final class Options {
        let pointer: OpaquePointer

        init?() {
            guard let options = g_mime_parser_options_new() else { return nil }
            pointer = options
            let names = ["utf-8", "windows-1252"].map { (name: String) in g_strdup(name) }
            defer { for name in names { g_free(name) } }
            var charsets: [UnsafePointer<CChar>?] = names.map { UnsafePointer<CChar>($0) } + [nil]
            g_mime_parser_options_set_fallback_charsets(options, &charsets)
        }

        deinit { g_mime_parser_options_free(pointer) }
    }
}
