import CGMime
import FlywheelKit

/// What the headers of a message say.
struct MailHeaders {
    /// Moments that a clock set right can have shown: from 1980 to 2199.
    private static let years: Range<Int64> = 315_532_800..<7_258_118_400

    /// More than these nobody answers to one after the other.
    private static let mostReferences = 1_000

    private let message: UnsafeMutablePointer<GMimeMessage>

    init(_ message: UnsafeMutablePointer<GMimeMessage>) { self.message = message }

    /// Whether there is anything of a message: a sender, a subject or a name.
    var isMessage: Bool { from != nil || subject != nil || id != nil }

    var id: String? { g_mime_message_get_message_id(message).map { String(cString: $0) }.flatMap(Self.cleaned) }

    /// By `References`, whose first began it all, then `In-Reply-To`.
    var references: [String] {
        var ids: [String] = []
        for id in ["References", "In-Reply-To"].compactMap({ header($0) }).flatMap(Self.ids) where !ids.contains(id) {
            ids.append(id)
        }
        return ids
    }

    /// What stands in angle brackets; where nothing does, the words.
    private static func ids(_ text: String) -> [String] {
        let bracketed = text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1).compactMap { piece in
            piece.firstIndex(of: ">").map { String(piece[..<$0]) }
        }
        return (bracketed.isEmpty ? text.split(whereSeparator: \.isWhitespace).map(String.init) : bracketed)
            .prefix(mostReferences).compactMap(cleaned)
    }

    var from: MailAddress? {
        addresses(g_mime_message_get_from(message)).first ?? header("From").flatMap { MailAddress.parsed($0) }
    }

    var recipients: [MailAddress] {
        addresses(g_mime_message_get_to(message)) + addresses(g_mime_message_get_cc(message))
    }

    var subject: String? {
        guard let text = g_mime_message_get_subject(message).map({ String(cString: $0) })?.trimmed, !text.isEmpty else {
            return nil
        }
        return text
    }

    var date: Instant? {
        guard let date = g_mime_message_get_date(message) else { return nil }
        let seconds = Int64(g_date_time_to_unix(date))
        return Self.years.contains(seconds) ? Instant(seconds: seconds) : nil
    }

    var language: String? {
        header("Content-Language")?.split { ",; ".contains($0) }.first.map(String.init)
    }

    var isAutomatic: Bool {
        let submitted = header("Auto-Submitted")?.lowercased() ?? "no"
        let precedence = header("Precedence")?.lowercased().trimmed ?? ""
        return !submitted.hasPrefix("no") || precedence == "auto_reply" || header("X-Autoreply") != nil
    }

    private func header(_ name: String) -> String? {
        let object = UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self)
        // GMime counts headers about the content to the content.
        let holder = name.hasPrefix("Content-") ? g_mime_message_get_mime_part(message) : object
        return g_mime_object_get_header(holder, name).map { String(cString: $0) }
    }

    private static func cleaned(_ id: String) -> String? {
        let id = id.trimming { "<> \t".contains($0) }
        return id.isEmpty || id.utf8.count > 998 ? nil : id
    }

    private func addresses(_ list: UnsafeMutablePointer<InternetAddressList>?) -> [MailAddress] {
        guard let list else { return [] }
        return (0..<internet_address_list_length(list)).flatMap { index -> [MailAddress] in
            guard let entry = internet_address_list_get_address(list, index) else { return [] }
            let raw = UnsafeMutableRawPointer(entry)
            let instance = raw.assumingMemoryBound(to: GTypeInstance.self)
            guard g_type_check_instance_is_a(instance, internet_address_mailbox_get_type()) != 0 else { return [] }
            let mailbox = raw.assumingMemoryBound(to: InternetAddressMailbox.self)
            guard let address = internet_address_mailbox_get_addr(mailbox) else { return [] }
            let name = internet_address_get_name(entry).map { String(cString: $0) }
            return [MailAddress(name: name, address: String(cString: address))].compactMap(\.self)
        }
    }
}
