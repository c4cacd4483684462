import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import Learning
import People
import WebPages

extension Pages {
    /// Whether the wheel turns, what it is judged by, and the numbers that steer it.
    var wheel: [Route] {
        [
            get("/wheel") { try $0.wheel() },
            get("/wheel/causes") { try $0.causes() }, get("/wheel/metrics/{key}") { try $0.metric() },
            get("/wheel/thresholds") { try $0.thresholds() },
            get("/wheel/thresholds/{key}") { try $0.threshold() }, get("/wheel/decisions") { try $0.decisions() },
            post("/wheel/decisions", for: .right(.decide)) { try $0.decide() },
            get("/wheel/decisions/{id}") { try $0.decision() },
            post("/wheel/decisions/{id}/review", for: .right(.decide)) { visit in
                let id = visit.request.parameter("id")
                let command = try DecisionsCommand.Review.reading(["--", id])
                return try visit.decided(command, "review", back: "/wheel/decisions/\(id)")
            },
            proposal("approve") { id, _ in try ThresholdsCommand.Approve.reading(["--", id]) },
            proposal("refuse") { id, why in try ThresholdsCommand.Refuse.reading(["--reason=\(why)", "--", id]) },
            proposal("rollback") { id, why in try ThresholdsCommand.Rollback.reading(["--reason=\(why)", "--", id]) },
        ]
    }

    private func proposal(
        _ verb: String, _ command: @escaping @Sendable (_ id: String, _ why: String) throws -> any AnsweringCommand
    ) -> Route {
        post("/wheel/proposals/{id}/\(verb)", for: .right(.decide)) { visit in
            let id = visit.request.parameter("id")
            return try visit.decided(try command(id, visit.field("reason-\(id)")), verb, back: "/wheel/thresholds")
        }
    }
}

extension PageVisit {
    /// Weeks that the pages of the wheel show: those of the commands that they name.
    private static let weeks = 12

    private func framed(_ title: String, command: String, json: Address, _ main: HTML) -> PageContent {
        var shell = shell(title, door: .wheel)
        shell.command = command
        shell.json = json
        return PageContent(shell: shell, main: main)
    }

    fileprivate func wheel() throws -> PageContent {
        let session = try session()
        guard rotation != nil else {
            return PageContent(shell: shell(words.text("wheel.title"), door: .wheel), main: firstRun)
        }
        let page = WheelPage(
            stall: try session.stall(), metrics: try session.metrics(of: nil, over: .weeks(Self.weeks)), reader: reader)
        return framed(words.text("wheel.title"), command: "flywheel stall", json: "/api/v1/stall", page.html)
    }

    fileprivate func metric() throws -> PageContent {
        let key = request.parameter("key")
        guard let metric = Metric(rawValue: key) else { throw Problem.notFound }
        let session = try session()
        let answer = try session.metric(metric, of: nil, over: .weeks(Self.weeks), withRows: true)
        let parts = try session.metricComparison(by: .workflow, metric: metric, over: .weeks(Self.weeks))
        return framed(
            reader.name(of: metric), command: "flywheel metrics \(key) --rows", json: "/api/v1/metrics/\(key)",
            MetricPage(answer: answer, parts: parts, reader: reader).html)
    }

    fileprivate func causes() throws -> PageContent {
        let answer = try session().causes(of: nil)
        return framed(
            words.text("wheel.link.causes"), command: "flywheel causes", json: "/api/v1/causes",
            CausesPage(answer: answer, reader: reader).html)
    }

    fileprivate func thresholds() throws -> PageContent {
        let session = try session()
        let answer = ThresholdsAnswer(knobs: try session.thresholds.knobs(), asOf: session.now)
        return framed(
            words.text("wheel.link.thresholds"), command: "flywheel thresholds", json: "/api/v1/thresholds",
            ThresholdsPage(answer: answer, reader: reader).html)
    }

    fileprivate func threshold() throws -> PageContent {
        let session = try session()
        let answer = try session.threshold(request.parameter("key"))
        let (name, knob) = (answer.standing.name, answer.standing.knob)
        let decisions = try session.register.decisions().filter {
            $0.body.kind == .threshold && $0.record.workflow == knob.workflow && $0.body.subject == knob.name
        }
        return framed(
            name, command: "flywheel thresholds show \(name)", json: "/api/v1/thresholds/\(name)",
            ThresholdPage(answer: answer, decisions: decisions, mayDecide: may(.decide), reader: reader).html)
    }

    /// - Parameter faults: why what the form sent was not accepted; it is shown again with what was filled in.
    fileprivate func decisions(faults: [Fault] = []) throws -> PageContent {
        let answer = try session().decisions { _ in true }
        let form = DecisionForm(
            filled: request.isSafe ? request.query : request.form, faults: faults, isOpen: answer.decisions.isEmpty,
            reader: reader)
        var page = framed(
            words.text("wheel.link.decisions"), command: "flywheel decisions", json: "/api/v1/decisions",
            DecisionsPage(answer: answer, form: may(.decide) ? form : nil, reader: reader).html)
        page.shell.faults = faults
        return page
    }

    fileprivate func decide() throws -> WebReply {
        do {
            let answer = try house.answer(try DecisionForm.command(request.form), to: request)
            guard let kept = (answer as? RegisterAnswer)?.kept else { throw Problem.notFound }
            let id = kept.record.id
            let note = FlashNote(key: "wheel.done.decide", arguments: ["id": .text(id)])
            return try back(orTo: "/wheel/decisions/\(id)", saying: note)
        } catch let refusal as Diagnostic where refusal.exit == .usage {
            let fault = Fault(field: DecisionForm.field(of: refusal), reader.said(refusal.sentence))
            return reply(try decisions(faults: [fault]), status: HTTPResponse.Status(of: refusal))
        }
    }

    fileprivate func decision() throws -> PageContent {
        let session = try session()
        let number = try Session.number(request.parameter("id"), letter: "D")
        let kept = try session.looping { try session.register.decision(number) }
        let id = "D\(number)"
        return framed(
            id, command: "flywheel decisions show \(id)", json: "/api/v1/decisions/\(id)",
            DecisionPage(answer: RegisterAnswer(kept: kept, asOf: session.now), mayDecide: may(.decide), reader: reader)
                .html)
    }

    /// Does what a form about a decision asks, and goes back. A refusal is a page of its own, since nothing was typed but a
    /// word.
    fileprivate func decided(_ command: any AnsweringCommand, _ verb: String, back address: Address) throws -> WebReply
    {
        let answer = try house.answer(command, to: request)
        if let refusal = answer.refusals.first { throw refusal }
        return try back(
            orTo: address,
            saying: FlashNote(key: "wheel.done.\(verb)", arguments: ["id": .text(request.parameter("id"))]))
    }
}
