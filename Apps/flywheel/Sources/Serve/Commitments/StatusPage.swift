import Commitments
import FlywheelKit
import WebPages

/// The page that everybody may see.
struct StatusPage {
    private let status: PublicStatus
    private let reader: Reader

    init(_ status: PublicStatus, reader: Reader) {
        self.status = status
        self.reader = reader
    }

    private var words: Phrases { reader.phrases }
    private var formats: Formats { reader.formats }

    // MARK: Pages

    /// How all stands, what was promised, and what was told.
    var overview: HTML {
        let lasting = status.incidents.filter { $0.resolved == nil }
        let waiting = status.maintenance.filter { !$0.state(at: status.asOf).isOver }
        let past =
            status.incidents.filter { $0.resolved != nil }.map { ($0.last.at, summary(of: $0)) }
            + status.maintenance.filter { $0.state(at: status.asOf).isOver }.map { ($0.last.at, summary(of: $0)) }
        let over = past.sorted { $1.0 < $0.0 }.map(\.1)
        let empty: HTML = "<p class=\"empty\">\(words("status.noPast", ["count": .count(Int(PublicStatus.days))]))</p>"
        return page(
            status.settings.title, at: "/status",
            """
            <p class="standing">\(chip(status.standing)) \(words("status.all.\(status.standing.rawValue)"))</p>
            \(section(words("status.lasting"), lasting.map(summary)))
            <section>\(components.html)</section>
            <section>\(levels.html)</section>
            \(section(words("status.maintenance"), waiting.map(summary)))
            \(section(words("status.past"), over.isEmpty ? [empty] : over))
            <p class="muted">\(words("status.asOf", ["moment": .text(formats.moment(status.asOf))]))</p>
            <p><a href="/status/feed.atom" type="application/atom+xml">\(words("status.feed"))</a></p>
            """)
    }

    /// The page of an incident.
    func page(of incident: Incident) -> HTML {
        page(incident.body.title, at: "/status/incidents/\(incident.id)", "\(account(of: incident))\(back)")
    }

    /// The page of maintenance.
    func page(of maintenance: Maintenance) -> HTML {
        page(maintenance.body.title, at: "/status/maintenance/\(maintenance.id)", "\(account(of: maintenance))\(back)")
    }

    private var back: HTML { "<p><a href=\"/status\">\(words("status.back"))</a></p>" }

    /// All that was told of an incident, the newest first.
    func account(of incident: Incident) -> HTML {
        let updates = incident.body.updates.reversed().map { update -> HTML in
            let word = update.isEnd ? words("status.state.resolved") : chip(.init(update.severity))
            return line(update.at, word, update.text)
        }
        return "\(facts(of: incident))<ol class=\"updates\">\(updates)</ol>"
    }

    /// All that was told of maintenance, the newest first.
    func account(of maintenance: Maintenance) -> HTML {
        let updates = maintenance.body.updates.reversed().map { update in
            line(update.at, words("status.step.\(update.step.rawValue)"), update.text)
        }
        return "\(facts(of: maintenance))<ol class=\"updates\">\(updates)</ol>"
    }

    private func page(_ title: String, at address: Address, _ main: HTML) -> HTML {
        var shell = WebPages.Shell(title: title, address: address)
        shell.isPublic = true
        shell.json = "/status.json"
        return shell.page(main, for: reader)
    }

    // MARK: Parts

    private func section(_ heading: HTML, _ items: [HTML]) -> HTML {
        items.isEmpty ? .nothing : "<section><h2>\(heading)</h2>\n\(items)</section>"
    }

    private func summary(of incident: Incident) -> HTML {
        let address: Address = "/status/incidents/\(incident.id)"
        return """
            <article><h3><a href="\(address)">\(incident.body.title)</a></h3>
            \(facts(of: incident))<p class="said">\(incident.last.text)</p></article>
            """
    }

    private func summary(of maintenance: Maintenance) -> HTML {
        let address: Address = "/status/maintenance/\(maintenance.id)"
        return """
            <article><h3><a href="\(address)">\(maintenance.body.title)</a></h3>
            \(facts(of: maintenance))<p class="said">\(maintenance.last.text)</p></article>
            """
    }

    private func facts(of incident: Incident) -> HTML {
        let state = incident.state(at: status.asOf)
        let severity = incident.severity.map { chip(.init($0)) }
        let next = incident.last.next.map { next in
            words(state == .overdue ? "status.missed" : "status.next", ["moment": .text(formats.moment(next))])
        }
        let end = incident.resolved.map { words("status.ended", ["moment": .text(formats.moment($0))]) }
        return """
            <p>\(severity) <strong class="\(state == .overdue ? "late" : "state")">\
            \(words("status.state.\(state.rawValue)"))</strong></p>
            <p class="muted">\(words("status.began", ["moment": .text(formats.moment(incident.body.began))]))<br>
            \([next, end, affects(incident.last.components)].compactMap(\.self).joined(by: "<br>"))</p>
            """
    }

    private func facts(of maintenance: Maintenance) -> HTML {
        let state = maintenance.state(at: status.asOf)
        let span = words(
            "status.span",
            [
                "start": .text(formats.moment(maintenance.last.starts)),
                "end": .text(formats.moment(maintenance.last.ends)),
            ])
        return """
            <p><strong class="\(state == .late ? "late" : "state")">\(words("status.work.\(state)"))</strong></p>
            <p class="muted">\(span)<br>\(affects(maintenance.body.components))</p>
            """
    }

    private func affects(_ components: [String]) -> HTML {
        let names = components.map { status.settings.component($0)?.name ?? $0 }
        return words("status.affects", ["components": .text(names.joined(separator: ", "))])
    }

    private func line(_ at: Instant, _ word: HTML, _ text: String) -> HTML {
        "<li><p class=\"muted\"><time datetime=\"\(at.description)\">\(formats.moment(at))</time> \(word)</p><p class=\"said\">\(text)</p></li>"
    }

    private func chip(_ standing: PublicStatus.Standing) -> HTML {
        let word = words("status.standing.\(standing.rawValue)")
        return switch standing {
        case .operational: "<span class=\"chip verified\">\(word)</span>"
        case .maintenance: "<span class=\"chip waiting\">\(word)</span>"
        case .degraded, .partial: "<span class=\"chip active\">\(word)</span>"
        case .major: "<span class=\"chip notFixed\">\(word)</span>"
        }
    }

    private var components: DataTable {
        let components = status.settings.components
        return DataTable(
            id: "components", caption: words("status.components", ["count": .count(components.count)]),
            columns: [.init(words("status.component")), .init(words("status.stands"))],
            rows: components.map { .init([HTML(text: $0.name), chip(status.standing(of: $0.id))]) },
            empty: words("status.noComponents"))
    }

    private var levels: DataTable {
        DataTable(
            id: "levels", caption: words("status.levels", ["count": .count(status.levels.count)]),
            columns: [
                .init(words("status.level")), .init(words("status.since")),
                .init(words("status.target"), isNumber: true), .init(words("status.kept")),
            ],
            rows: status.levels.map { level in
                .init([
                    HTML(text: level.level.title), HTML(text: formats.day(level.since)),
                    percent(level.level.target), kept(level),
                ])
            },
            empty: words("status.noLevels"))
    }

    private func kept(_ level: AttainedLevel) -> HTML {
        guard let share = level.share, let isMet = level.isMet else {
            return "? <span class=\"muted\">\(words("status.tooFew"))</span>"
        }
        let basis: HTML =
            switch level.level.measure {
            case .clock:
                words(
                    "status.ofPromises",
                    ["kept": .text(formats.number(Int(level.kept))), "told": .text(formats.number(Int(level.told)))])
            case .uptime where (1..<60).contains(level.told - level.kept): words("status.downBriefly")
            case .uptime: words("status.downTime", ["time": .text(formats.elapsed(level.told - level.kept))])
            }
        let verdict = words(isMet ? "status.met" : "status.notMet")
        let figure: HTML =
            switch share {
            // Rounding must not claim all, or nothing.
            case 10_000 where level.kept < level.told: words("status.over", ["percent": .html(percent(9_999))])
            case 0 where level.kept > 0: words("status.under", ["percent": .html(percent(1))])
            default: percent(share)
            }
        return "\(figure), <strong>\(verdict)</strong><br><span class=\"muted\">\(basis)</span>"
    }

    /// Ten-thousandths as percent, `98.25%`.
    private func percent(_ share: Int) -> HTML {
        words("status.percent", ["number": .text(formats.number(Double(share) / 100, decimals: 2))])
    }
}
