import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import People
import RevenueAtRisk
import WebPages

extension Pages {
    /// One exception, and the days its amount is made of.
    var exception: [Route] {
        [
            get("/x/{id}") { visit in try ExceptionPage(visit).content },
            get("/x/{id}/numbers") { visit in try NumbersPage(visit).content },
        ]
    }
}

extension PageVisit {
    /// The exception of the address as `show` explains it. One of another account does not exist.
    func shown(numbers: Bool = false) throws -> (session: Session, answer: ShowAnswer) {
        let session = try session()
        guard let explanation = try session.host.explanation(of: try exceptionID(), at: session.now) else {
            throw Problem.notFound
        }
        return (session, try ShowAnswer(explanation, in: session.host, numbers: numbers))
    }

    /// What a root cause means; the words of one that somebody named themselves.
    func cause(_ id: String, of answer: ShowAnswer) -> HTML {
        answer.manifests.meaning(ofCause: id, in: answer.fingerprint.workflow).map(said) ?? "<bdi>\(id.inWords)</bdi>"
    }
}

/// One exception: why it ranks where it does, and what to do about it.
struct ExceptionPage {
    let visit: PageVisit
    let session: Session
    let answer: ShowAnswer
    /// How often others changed it: its forms are refused once that has grown.
    let touches: Int

    init(_ visit: PageVisit) throws {
        self.visit = visit
        (session, answer) = try visit.shown()
        touches = try visit.touches(of: answer.id)
    }

    private var words: Phrases { visit.words }
    private var exception: ExceptionRecord { answer.explanation.exception }

    /// The page.
    var content: PageContent {
        get throws {
            let name = visit.reader.saidText(answer.manifests.name(of: answer.fingerprint).capitalizedFirst)
            var shell = visit.shell("\(answer.id) \(name)", door: .queue)
            shell.command = "flywheel show \(answer.id)"
            shell.json = "/api/v1/exceptions/\(answer.id.description)"
            shell.isLive = true
            shell.beside = beside
            if let summary = try? session.currentRotation().summary, summary.isStale(answer.fingerprint) {
                shell.notices = visit.staleNotices(
                    HeldUp.groups(of: summary.workflows.filter { $0.id == answer.fingerprint.workflow }))
            }
            return PageContent(
                shell: shell,
                main: """
                    <p class="lead">\(visit.place(of: answer.fingerprint.subject, tier: answer.explanation.place?.tier)), \
                    <bdi>\(answer.fingerprint.subject.account)</bdi> \(try neighboursInQueue)</p>
                    <p class="lead">\(RiskWords(visit).sentence(of: answer))</p>
                    \(actions)
                    <div class="columns">
                    \(RiskSection(visit, answer).html)
                    \(RemedySection(visit, answer).html)
                    \(facts)
                    \(HistorySection(visit, answer).html)
                    </div>
                    """)
        }
    }

    private var beside: HTML {
        let evidence = answer.explanation.terms?.evidence.flatMap { QualifierChip.Evidence(rawValue: $0.rawValue) }
        return """
            \(visit.chip(exception).html(for: visit.reader)) \
            \(evidence.map { QualifierChip.evidence($0).html(for: visit.reader) })
            """
    }

    /// Where it stands in its lane, and the way to the rows before and after it.
    private var neighboursInQueue: HTML {
        get throws {
            guard let place = answer.explanation.place else { return .nothing }
            let store = session.host.store
            let before = try store.queue(place.lane, after: max(0, place.position - 50), limit: 50)
                .last { $0.row.position < place.position }
            let after = try store.queue(place.lane, after: place.position, limit: 1).first
            let links = [
                before.map {
                    "<a href=\"/x/\($0.exception.id.description)\" rel=\"prev\" data-key=\"[\">\(words("exception.previous"))</a>"
                        as HTML
                },
                after.map {
                    "<a href=\"/x/\($0.exception.id.description)\" rel=\"next\" data-key=\"]\">\(words("exception.next"))</a>"
                        as HTML
                },
            ].compactMap(\.self)
            let rank = words(
                "exception.rank",
                ["rank": .text("\(place.lane.letter)\(place.position)"), "count": .count(answer.laneCount)])
            return "<span class=\"muted\">\(rank)</span> \(links)"
        }
    }

    // MARK: What can be done

    private var actions: HTML {
        guard visit.may(.work) else { return .nothing }
        let back = visit.address
        func button(_ verb: WorkAnswer.Verb, main: Bool = false, key: String? = nil) -> HTML {
            Form(
                to: "/x/\(answer.id.description)/\(verb.rawValue)",
                button: Button(words("exception.do.\(verb.rawValue)"), weight: main ? .main : .plain, key: key),
                hidden: ["return": back.text], isInPlace: false
            ).html(for: visit.reader)
        }
        func form(_ verb: WorkAnswer.Verb) -> HTML {
            let form = WorkForm(
                verb: verb, ids: [answer.id], causes: answer.explanation.rootCauses, back: back, seen: touches)
            return """
                <details class="ask"><summary class="button"\(attribute: "data-key", Self.keys[verb])>\
                \(words("exception.do.\(verb.rawValue)"))</summary>\(form.html(in: visit))</details>
                """
        }
        var parts: [HTML] = []
        if exception.state.isOpen {
            if exception.claimedBy == nil { parts.append(button(.claim, main: true, key: "c")) }
            if exception.claimedBy == visit.person { parts.append(button(.release, key: "r")) }
            if exception.isSnoozed(at: visit.formats.asOf) { parts.append(button(.reopen)) }
            parts += [form(.close), form(.snooze), form(.assign)]
            // A form of its own page: its fields are named like those above.
            parts.append(
                "<a class=\"button\" href=\"/x/\(answer.id.description)/dismiss\">\(words("exception.do.dismiss"))</a>")
        } else if exception.state == .verifying {
            parts.append(button(.reopen))
        }
        return "<div class=\"actions\">\(parts)</div>"
    }

    private static let keys: [WorkAnswer.Verb: String] = [.close: "e", .snooze: "s", .assign: "a"]

    // MARK: What is known

    private var facts: HTML {
        let formats = visit.formats
        var items: [(name: HTML, value: HTML)] = []
        func add(_ key: String, _ value: HTML?) {
            if let value { items.append((words("exception.fact.\(key)"), value)) }
        }
        add(
            "owner",
            exception.claimedBy.map { words("exception.claimedBy", ["person": .text($0)]) }
                ?? exception.owner.map { "<bdi>\($0)</bdi>" } ?? words("exception.noOwner"))
        add("actBy", exception.due.map { "\(visit.due(exception)) <span class=\"muted\">\(formats.moment($0))</span>" })
        add("began", exception.onset.map { HTML(text: formats.moment($0)) } ?? words("exception.beganUnknown"))
        add("seen", HTML(text: formats.moment(exception.detected)))
        add(
            "final",
            exception.exposure.deadline.map { deadline in
                let moment = formats.moment(deadline)
                return deadline < formats.asOf
                    ? words("plan.orderByPast", ["day": .text(moment)]) : HTML(text: moment)
            })
        add(
            "closed",
            exception.closed.map {
                "\(formats.moment($0)), <bdi>\(exception.closedBy)</bdi>, \(exception.rootCause.map { visit.cause($0, of: answer) })"
            })
        add("beneath", exception.parent.map { "<a href=\"/x/\($0.description)\">\($0.description)</a>" })
        add(
            "snoozed",
            exception.isSnoozed(at: formats.asOf)
                ? exception.snooze.map { "\(formats.moment($0.until)), <bdi>\($0.by)</bdi>" } : nil)
        add("source", exception.source == .person ? words("exception.foundByPerson") : nil)
        return
            "<section class=\"panel\"><h2>\(words("exception.facts"))</h2>\(Definitions(items).html)\(RiskWords(visit).basis(of: answer))</section>"
    }
}
