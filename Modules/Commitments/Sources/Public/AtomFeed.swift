import FlywheelKit

/// Incidents and maintenance as an Atom 1.0 feed (RFC 4287). Equal statuses give equal bytes.
public struct AtomFeed: Sendable {
    /// One thing that was said, for a reader of feeds.
    private struct Line {
        let at: Instant
        let words: String
        let text: String
    }

    private let status: PublicStatus
    private let names: FeedNames

    /// The feed of a status.
    public init(_ status: PublicStatus, names: FeedNames) {
        self.status = status
        self.names = names
    }

    /// The document, in UTF-8.
    public var xml: String {
        let entries =
            (status.incidents.map { (Self.updated($0, at: status.asOf), $0.id, entry($0)) }
            + status.maintenance.map { (Self.updated($0, at: status.asOf), $0.id, entry($0)) })
            .sorted { ($1.0, $1.1) < ($0.0, $0.1) }
        let updated = entries.first?.0 ?? Instant(seconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <id>\(names.feed)</id>
            <title>\(Self.escaped(status.settings.title))</title>
            <updated>\(updated)</updated>
            <author><name>\(Self.escaped(status.settings.title))</name></author>
            <link rel="self" type="application/atom+xml" href="\(root)/status/feed.atom"/>
            <link rel="alternate" type="text/html" href="\(root)/status"/>
            \(entries.map(\.2).joined(separator: "\n"))
            </feed>

            """
    }

    /// What stands before each path: nothing where nobody said where the page is found.
    private var root: String { status.settings.address.map { Self.escaped(String($0.dropLast())) } ?? "" }

    /// When something of it was last news: said, or missed.
    private static func updated(_ incident: Incident, at now: Instant) -> Instant {
        guard incident.state(at: now) == .overdue, let next = incident.last.next else { return incident.last.at }
        return next
    }

    private static func updated(_ maintenance: Maintenance, at now: Instant) -> Instant {
        guard maintenance.state(at: now) == .late else { return maintenance.last.at }
        let promised = maintenance.last.step == .announced ? maintenance.last.starts : maintenance.last.ends
        return max(promised, maintenance.last.at)
    }

    private func entry(_ incident: Incident) -> String {
        var lines = incident.body.updates.map {
            Line(at: $0.at, words: $0.isEnd ? "resolved" : $0.severity.rawValue, text: $0.text)
        }
        if incident.state(at: status.asOf) == .overdue, let next = incident.last.next {
            lines.append(
                Line(at: next, words: "update overdue", text: "An update was promised by now and did not come."))
        }
        return entry(
            incident.id, place: "incidents", incident.body.title, updated: Self.updated(incident, at: status.asOf),
            lines, components: incident.last.components)
    }

    private func entry(_ maintenance: Maintenance) -> String {
        var lines = maintenance.body.updates.map { update in
            Line(at: update.at, words: "\(update.step.rawValue), \(update.starts) to \(update.ends)", text: update.text)
        }
        let updated = Self.updated(maintenance, at: status.asOf)
        if maintenance.state(at: status.asOf) == .late {
            let what = maintenance.last.step == .announced ? "It did not begin in time." : "It was not done in time."
            lines.append(Line(at: updated, words: "late", text: what))
        }
        return entry(
            maintenance.id, place: "maintenance", maintenance.body.title, updated: updated, lines,
            components: maintenance.body.components)
    }

    private func entry(
        _ id: String, place: String, _ title: String, updated: Instant, _ lines: [Line], components: [String]
    ) -> String {
        let text = lines.reversed().map { "\($0.at) \($0.words)\n\($0.text)" }.joined(separator: "\n\n")
        let names = components.compactMap { status.settings.component($0)?.name }
        let categories = names.map { "<category term=\"\(Self.escaped($0))\"/>\n" }.joined()
        return """
            <entry>
            <id>\(self.names.entry(id))</id>
            <title>\(Self.escaped(title))</title>
            <published>\(lines.first?.at ?? updated)</published>
            <updated>\(updated)</updated>
            <link rel="alternate" type="text/html" href="\(root)/status/\(place)/\(id)"/>
            \(categories)<content type="text">\(Self.escaped(text))</content>
            </entry>
            """
    }

    /// Text as it may stand in XML 1.0; characters that XML has no place for are left out.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
