/// The text of a message and what came with it, gathered from its parts.
struct MailContent {
    private var texts: [String] = []
    private(set) var attachments: [CorrespondenceMessage.Attachment] = []

    /// The parts to be read, one below the other.
    var text: String { texts.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n") }

    /// Adds a part and what is in it.
    ///
    /// - Parameters:
    ///   - place: where it is in the message, `1.2`.
    ///   - depth: how much deeper parts may lie.
    mutating func add(_ part: MimePart, place: String, depth: Int) {
        guard depth > 0 else { return }
        if let parts = part.parts {
            if part.type == "multipart/alternative" {
                addBest(of: parts, place: place, depth: depth)
            } else {
                for (index, inner) in parts.enumerated() {
                    add(inner, place: "\(place).\(index + 1)", depth: depth - 1)
                }
            }
        } else if let message = part.message {
            attachments.append(
                CorrespondenceMessage.Attachment(
                    name: message.subject ?? "message", type: "message/rfc822", place: place))
            // What it says is not what the sender wrote now, so that only its files are listed.
            var inner = MailContent()
            message.content.map { inner.add($0, place: "\(place).1", depth: depth - 1) }
            attachments += inner.attachments
        } else if !part.isAttachment, part.fileName == nil, part.type == "text/plain" || part.type == "text/html" {
            texts.append(Self.text(of: part))
        } else {
            attachments.append(
                CorrespondenceMessage.Attachment(
                    name: part.fileName ?? "", type: part.type, size: part.size, place: place))
        }
    }

    /// Of the same in several forms: the plain one where it says anything, else the last that does. Files in any of them count.
    private mutating func addBest(of parts: [MimePart], place: String, depth: Int) {
        var forms: [(type: String, content: MailContent)] = []
        for (index, part) in parts.enumerated() {
            var form = MailContent()
            form.add(part, place: "\(place).\(index + 1)", depth: depth - 1)
            attachments += form.attachments
            if !form.text.isEmpty { forms.append((part.type, form)) }
        }
        if let best = forms.first(where: { $0.type == "text/plain" }) ?? forms.last { texts.append(best.content.text) }
    }

    private static func text(of part: MimePart) -> String {
        let text = part.text.replacing("\r\n", with: "\n")
        return part.type == "text/html" ? HTMLText.plain(text) : text
    }
}
