import CGMime
import Imports

/// A part of a message.
struct MimePart {
    private let object: UnsafeMutablePointer<GMimeObject>

    init(_ object: UnsafeMutablePointer<GMimeObject>) { self.object = object }

    /// Its parts, where it is made of some.
    var parts: [MimePart]? {
        guard isA(g_mime_multipart_get_type()) else { return nil }
        let multipart = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeMultipart.self)
        return (0..<max(0, g_mime_multipart_get_count(multipart))).compactMap { index in
            g_mime_multipart_get_part(multipart, index).map { MimePart($0) }
        }
    }

    /// The content of the message it is, where it is one; and what that is called.
    var message: (subject: String?, content: MimePart?)? {
        guard isA(g_mime_message_part_get_type()) else { return nil }
        let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeMessagePart.self)
        guard let message = g_mime_message_part_get_message(part) else { return (nil, nil) }
        return (
            g_mime_message_get_subject(message).map { String(cString: $0) },
            g_mime_message_get_mime_part(message).map { MimePart($0) }
        )
    }

    /// `text/plain`, in small letters; also where a type is named that is none (RFC 2045, 5.2).
    var type: String {
        let named = g_mime_object_get_header(object, "Content-Type").map { String(cString: $0) }
        if let named, !named.contains("/") { return "text/plain" }
        guard let type = g_mime_object_get_content_type(object) else { return "text/plain" }
        let words = [g_mime_content_type_get_media_type(type), g_mime_content_type_get_media_subtype(type)]
        return words.map { $0.map { String(cString: $0).lowercased() } ?? "" }.joined(separator: "/")
    }

    /// Whether it says of itself that it is a file beside the text.
    var isAttachment: Bool {
        g_mime_object_get_disposition(object).map { String(cString: $0).lowercased() } == "attachment"
    }

    var fileName: String? {
        guard let part else { return nil }
        return g_mime_part_get_filename(part).map { String(cString: $0) }
    }

    /// How many bytes it holds when its transfer encoding is undone; `nil` where it holds none of its own.
    var size: Int? {
        guard let part, let content = g_mime_part_get_content(part), let sink = g_mime_stream_null_new() else {
            return nil
        }
        defer { g_object_unref(sink) }
        let count = g_mime_data_wrapper_write_to_stream(content, sink)
        return count < 0 ? nil : count
    }

    /// Its text, by the character set it names, or by the one it is in where it names a wrong one.
    var text: String {
        guard let part, let content = g_mime_part_get_content(part), let sink = g_mime_stream_mem_new() else {
            return ""
        }
        defer { g_object_unref(sink) }
        guard g_mime_data_wrapper_write_to_stream(content, sink) >= 0,
            let array = g_mime_stream_mem_get_byte_array(
                UnsafeMutableRawPointer(sink).assumingMemoryBound(to: GMimeStreamMem.self))
        else { return "" }
        let bytes = [UInt8](UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
        let charset = g_mime_object_get_content_type_parameter(object, "charset").map { String(cString: $0) }
        return MailCharset.text(bytes, charset: charset)
    }

    private var part: UnsafeMutablePointer<GMimePart>? {
        isA(g_mime_part_get_type()) ? UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimePart.self) : nil
    }

    private func isA(_ type: GType) -> Bool {
        g_type_check_instance_is_a(UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self), type)
            != 0
    }
}
