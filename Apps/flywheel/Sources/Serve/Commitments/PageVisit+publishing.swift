import Commitments
import FlywheelKit
import FlywheelWeb
import People
import WebPages

extension PageVisit {
    /// All that was told of to everybody, with the forms to tell more.
    func told(faults: [Fault]) throws -> PageContent {
        let desk = try session().publicDesk
        let (incidents, maintenance) = (try desk.incidents(), try desk.maintenance())
        var shell = shell(words.text("publish.title"))
        shell.command = "flywheel incidents list --all"
        shell.json = "/api/v1/incidents"
        shell.faults = faults
        let link: HTML = "<a href=\"/status\">/status</a>"
        let seen =
            house.commitments.isPublic
            ? words("publish.seen", ["link": .html(link)]) : words("publish.hidden")
        let isOfWork = request.path == "/maintenance"
        let open = PublishForm(
            action: "/incidents", key: "open",
            parts: [.title, .text, .severity, .components, .began, .next, .owner],
            usual: [.severity: Severity.partial.rawValue, .owner: person], faults: isOfWork ? [] : faults)
        let announce = PublishForm(
            action: "/maintenance", key: "announce", parts: [.title, .text, .components, .starts, .ends, .owner],
            usual: [.owner: person], faults: isOfWork ? faults : [])
        // A form that was not accepted is shown alone, since what was typed belongs to it.
        let forms = faults.isEmpty ? [open, announce] : [isOfWork ? announce : open]
        return PageContent(
            shell: shell,
            main: """
                <p>\(seen)</p>
                \(table(of: incidents.reversed()))
                \(table(of: maintenance.reversed()))
                \(html(of: forms))
                """)
    }

    /// One incident, with the forms to say more of it.
    func told(of incident: Incident, faults: [Fault]) throws -> PageContent {
        let (path, last) = ("/incidents/\(incident.id)", incident.last)
        let update = PublishForm(
            action: "/incidents/\(incident.id)/update", key: "update", parts: [.text, .severity, .components, .next],
            usual: [.severity: last.severity.rawValue], affected: last.components, faults: faults)
        let resolve = PublishForm(
            action: "/incidents/\(incident.id)/resolve", key: "resolve", parts: [.text], faults: faults)
        let forms = incident.resolved == nil ? [update, resolve] : []
        return try told(
            incident.body.title, command: "flywheel incidents show \(incident.id)",
            StatusPage(session().publicStatus(), reader: reader).account(of: incident),
            shown(forms, at: path), faults)
    }

    /// Announced work, with the forms to say more of it.
    func told(of maintenance: Maintenance, faults: [Fault]) throws -> PageContent {
        let path = "/maintenance/\(maintenance.id)"
        let verbs: [(String, [PublishForm.Part])] =
            switch maintenance.last.step {
            case .announced: [("begin", [.text]), ("move", [.text, .starts, .ends]), ("cancel", [.text])]
            case .begun: [("complete", [.text]), ("move", [.text, .ends])]
            case .done, .cancelled: []
            }
        let forms = verbs.map { verb, parts in
            PublishForm(
                action: "/maintenance/\(maintenance.id)/\(verb)", key: verb, parts: parts, faults: faults)
        }
        return try told(
            maintenance.body.title, command: "flywheel maintenance show \(maintenance.id)",
            StatusPage(session().publicStatus(), reader: reader).account(of: maintenance),
            shown(forms, at: path), faults)
    }

    private func told(
        _ title: String, command: String, _ account: HTML, _ forms: [PublishForm], _ faults: [Fault]
    ) -> PageContent {
        var shell = shell(title)
        shell.command = command
        shell.faults = faults
        return PageContent(
            shell: shell,
            main: """
                \(account)
                \(html(of: forms))
                <p><a href="/incidents">\(words("publish.title"))</a></p>
                """)
    }

    /// The forms that can be sent; in place of those that ask for components where there are none, how to have some.
    private func html(of forms: [PublishForm]) -> HTML {
        guard may(.publish) else { return .nothing }
        let useful = house.commitments.components.isEmpty ? forms.filter { !$0.parts.contains(.components) } : forms
        return "\(useful.map { $0.html(in: self) })\(useful.count < forms.count ? missingComponents : .nothing)"
    }

    private var missingComponents: HTML {
        let example = """
            commitments:
              components:
                - {id: orders, name: Order import}
            """
        return """
            <section><p>\(words("publish.noComponents"))</p>\
            <pre translate="no"><code>\(example)</code></pre></section>
            """
    }

    /// All forms, or the one that was sent and not accepted.
    private func shown(_ forms: [PublishForm], at path: String) -> [PublishForm] {
        request.path == path ? forms : forms.filter { $0.action.text == request.path }
    }

    private func table(of incidents: [Incident]) -> HTML {
        DataTable(
            id: "incidents", caption: words("publish.incidents", ["count": .count(incidents.count)]), columns: columns,
            rows: incidents.map { incident in
                let state = incident.state(at: formats.asOf)
                return .init(
                    [
                        "<a href=\"\("/incidents/\(incident.id)" as Address)\">\(incident.id) \(incident.body.title)</a>",
                        words("status.state.\(state.rawValue)"), HTML(text: incident.body.owner),
                        HTML(text: formats.near(incident.last.next ?? incident.last.at)),
                    ], isMarked: state == .overdue)
            },
            empty: words("publish.noIncidents")
        ).html
    }

    private func table(of maintenance: [Maintenance]) -> HTML {
        DataTable(
            id: "works", caption: words("publish.works", ["count": .count(maintenance.count)]), columns: columns,
            rows: maintenance.map { found in
                let state = found.state(at: formats.asOf)
                return .init(
                    [
                        "<a href=\"\("/maintenance/\(found.id)" as Address)\">\(found.id) \(found.body.title)</a>",
                        words("status.work.\(state)"), HTML(text: found.body.owner),
                        HTML(text: formats.near(found.last.ends)),
                    ], isMarked: state == .late)
            },
            empty: words("publish.noWorks")
        ).html
    }

    private var columns: [DataTable.Column] {
        [
            .init(words("publish.what")), .init(words("publish.state")),
            .init(words("publish.owner")), .init(words("publish.until")),
        ]
    }
}
