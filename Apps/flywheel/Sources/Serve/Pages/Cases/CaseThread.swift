import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// What everybody wrote, oldest first: messages, notes, and drafts with what becomes of them.
struct CaseThread {
    let page: CasePage

    private var reader: Reader { page.reader }
    private var phrases: Phrases { page.phrases }

    var html: HTML {
        guard !page.file.thread.isEmpty else { return "<p class=\"empty\">\(phrases("cases.noMessages"))</p>" }
        return "<ol class=\"thread\">\n\(page.file.thread.map(entry))\n</ol>"
    }

    private func entry(_ entry: CaseFile.Entry) -> HTML {
        let message = entry.message
        let isOurs = message.state != .received || entry.isInternal
        let attachments = entry.attachments.map { "<li translate=\"no\">\($0)</li>" as HTML }
        return """
            <li class="\(isOurs ? "panel ours" : "panel theirs")" id="\(message.id.description)">
            <p class="muted">\(author(of: entry)), \(reader.formats.moment(message.at))\(kind(of: entry))</p>
            <div class="written" dir="auto">\(entry.text.map { "\($0)" as HTML } ?? phrases("cases.erased"))</div>
            \(attachments.isEmpty ? .nothing : "<ul>\(attachments)</ul>")
            \(actions(on: entry))
            </li>
            """
    }

    private func author(of entry: CaseFile.Entry) -> HTML {
        switch entry.author {
        case .party(let side):
            side == .platform || page.file.contents.side != nil
                ? reader.phrases("cases.side.\(side.rawValue.camelCased)") : phrases("cases.whoAsks")
        case .agent(let name), .automation(let name): "<bdi>\(name)</bdi>"
        case nil: entry.message.author.map { "<bdi>\($0)</bdi>" } ?? "?"
        }
    }

    private func kind(of entry: CaseFile.Entry) -> HTML {
        switch entry.message.state {
        case .received, .written: entry.isInternal ? ", \(phrases("cases.message.note"))" : .nothing
        case .note: ", \(phrases("cases.message.note"))"
        case .draft: ", \(phrases("cases.message.draft"))"
        case .approved: ", \(phrases("cases.message.approved"))"
        case .discarded: .nothing
        }
    }

    /// A draft waits for somebody to approve of it, or to say that it is not wanted.
    private func actions(on entry: CaseFile.Entry) -> HTML {
        guard page.mayAnswer, entry.message.state == .draft else { return .nothing }
        let message = entry.message.id.description
        let approve = page.button("approve", .main, hidden: ["message": message])
        return "<div class=\"actions\">\(approve) \(page.button("discard", hidden: ["message": message]))</div>"
    }
}
