import Assessment
import Calendars
import Cases
import FlywheelHost
import FlywheelKit
import People
import WebPages

/// What is in force in one part of the settings, where each value comes from, and the lines of the file that say it. The file
/// is the truth: pages write it, and lines they do not write stay as they are.
struct SettingsPage {
    /// A part of the settings, which is a page.
    enum Part: String, CaseIterable {
        case routing, calendars, sla, policies

        /// What kind of decision a change in it is.
        var decision: Decision.Kind {
            switch self {
            case .routing: .routing
            case .calendars, .sla: .rule
            case .policies: .policy
            }
        }
    }

    /// One value with the key that sets it.
    struct Value {
        let key: [String]
        let value: HTML
    }

    let part: Part
    let house: House
    let reader: Reader
    /// Whether who looks may change it.
    let isChangeable: Bool

    private var phrases: Phrases { reader.phrases }
    private var file: String { house.host.configuration.text }

    var html: HTML {
        let values = SettingsValues(house: house, reader: reader).values(of: part)
        let table = DataTable(
            id: "values", caption: phrases("settings.caption", ["count": .count(values.count)]),
            columns: [
                .init(phrases("settings.column.key")), .init(phrases("settings.column.value")),
                .init(phrases("settings.column.from")),
            ],
            rows: values.map { value in
                .init([
                    name(of: value.key), value.value,
                    origin(of: value.key),
                ])
            }, empty: .nothing)
        // Lines of the file may name any account.
        let shown = house.scope == .all ? values : []
        let excerpts = shown.compactMap { value -> HTML? in
            ConfigurationExcerpt(of: value.key, in: file).map { excerpt in
                """
                <details><summary>\(origin(of: value.key))</summary>
                <pre tabindex="0" translate="no">\(excerpt.text)</pre></details>
                """
            }
        }
        return """
            \(SettingsLinks(reader: reader, current: "/settings/\(part.rawValue)").html)
            \(Notice(.information, phrases(isChangeable ? "settings.writes" : "settings.readOnly")).html(for: reader))
            <section>\(table.html)</section>
            \(excerpts.isEmpty ? .nothing : "<section><h2>\(phrases("settings.file"))</h2>\(excerpts)</section>")
            """
    }

    private func name(of key: [String]) -> HTML {
        let name: HTML = "<span translate=\"no\">\(key.joined(separator: ": "))</span>"
        guard isChangeable else { return name }
        return "<a href=\"\("/settings/\(part.rawValue)/\(key.joined(separator: "."))" as Address)\">\(name)</a>"
    }

    private func origin(of key: [String]) -> HTML {
        guard let excerpt = ConfigurationExcerpt(of: key, in: file) else { return phrases("settings.default") }
        return phrases("settings.line", ["key": .text(key.joined(separator: ": ")), "line": .count(excerpt.line)])
    }
}

/// The pages of the settings.
struct SettingsLinks {
    let reader: Reader
    /// The one that is looked at, or that what is looked at belongs to.
    var current: Address?

    var html: HTML {
        let links = Self.pages.map { (reader.phrases("\($0.key).title"), $0.address) }
        return LinkBar(reader.phrases("settings.title"), links, current: current).html
    }

    /// Where they are, and the keys of their words.
    static var pages: [(address: Address, key: String)] {
        (SettingsPage.Part.allCases.map(\.rawValue) + ["keys"]).map { ("/settings/\($0)", "settings.\($0)") }
    }
}
