/// What a reader has to know before reading on: a stale feed, an import that waits, what went wrong.
public struct Notice: Hashable, Sendable {
    /// How it is to be taken.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Something to know.
        case information
        /// Something is too old, or waits for somebody.
        case warning
        /// Something failed.
        case error
    }

    let kind: Kind
    let content: HTML

    /// - Parameter content: what is, then what to do, as one paragraph.
    public init(_ kind: Kind, _ content: HTML) {
        self.kind = kind
        self.content = content
    }

    /// The notice; its kind is a word too, so that colour is not alone in saying it.
    public func html(for reader: Reader) -> HTML {
        let icon: Icon =
            switch kind {
            case .information: .note
            case .warning: .clock
            case .error: .cross
            }
        return """
            <div class="notice \(kind.rawValue)" role="note">\(icon.html) \
            <p><strong>\(reader.phrases("notice.\(kind.rawValue)"))</strong> \(content)</p></div>
            """
    }
}
