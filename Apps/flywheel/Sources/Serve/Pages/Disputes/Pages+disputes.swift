import ArgumentParser
import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// The list of disputes, those of a case, and what is done in them.
    var disputes: [Route] {
        [
            get("/cases/disputes") { try $0.disputes() },
            get("/cases/{id}/disputes") { try $0.dispute() },
        ]
            + DisputeAct.allCases.map { act in
                post("/cases/{id}/disputes/\(act.rawValue)", for: .right(act.right)) { try $0.perform(act) }
            }
    }
}

extension PageVisit {
    fileprivate func disputes() throws -> PageContent {
        let query = CommandQuery(
            request.query, at: "/cases/disputes", options: ["kind", "account", "marketplace", "limit"],
            choices: ["which": ["waiting", "all"]])
        let command = try DisputesCommand.List.reading(query.arguments)
        let answer = try session().disputes(command.filter, limit: min(max(1, command.limit), 200))
        var shell = shell(words.text("disputes.title"), door: .cases)
        shell.command = query.command("flywheel disputes")
        shell.json = "/api/v1/disputes"
        let page = DisputesPage(answer: answer, query: query, mayAnswer: may(.answer), reader: reader)
        return PageContent(shell: shell, main: page.html)
    }

    /// The disputes of a case; where an act in them was refused, with what was typed.
    fileprivate func dispute(refused: (act: DisputeAct, why: HTML)? = nil) throws -> PageContent {
        guard let id = CaseID(text: request.parameter("id")) else { throw Problem.notFound }
        let session = try session()
        let record = try session.cases.record(id)
        let rows = try session.disputeRows(of: record)
        let answer = DisputeAnswer(
            disputes: rows, decisions: rows.isEmpty ? [] : try session.cases.decisions(of: id), asOf: session.now)
        let current = answer.disputes.last.flatMap { $0.dispute.isOver ? nil : $0.dispute }
        let search = request.query["words"] ?? ""
        let faults = refused.map { [Fault(field: "\($0.act.rawValue)-\($0.act.field)", $0.why)] } ?? []
        let page = DisputePage(
            record: record, answer: answer,
            verdict: current.map { session.cases.verdict(on: $0.terms.rules.kind.decision, $0.amount) },
            precedents: may(.answer) ? try current.map { try session.precedents(like: $0, words: search) } : nil,
            search: search, mayAnswer: may(.answer), mayDecide: may(.decide),
            refused: refused.map { ($0.act, request.form, faults) }, reader: reader)
        var shell = shell(words.text("disputes.titleOf", ["case": .text(page.id)]), door: .cases)
        shell.command = "flywheel disputes show \(page.id)"
        shell.json = "/api/v1/disputes/\(page.id)"
        shell.faults = faults
        return PageContent(shell: shell, main: page.html)
    }

    /// Does it, where the case is still as the form showed it; else the page again, as it is now, with what was typed.
    fileprivate func perform(_ act: DisputeAct) throws -> WebReply {
        let id = request.parameter("id")
        let refusal: (why: HTML, status: HTTPResponse.Status)
        do {
            let seen = CaseID(text: id).flatMap { id in Int(field("version")).map { [id: $0] } } ?? [:]
            let answer = try house.answer(try act.command(on: id, saying: request.form), to: request, seen: seen)
            return try back(orTo: "/cases/\(id)/disputes", saying: note(of: act, answer))
        } catch CaseWorkError.changedMeanwhile(let id, let name, let at) {
            refusal = (changed(id, by: name, at), .conflict)
        } catch let error as CaseWorkError {
            let diagnostic = Diagnostic(error, clock: house.clock)
            guard diagnostic.exit != .unknown else { throw error }
            refusal = (fault(diagnostic), HTTPResponse.Status(of: diagnostic))
        } catch let diagnostic as Diagnostic where diagnostic.exit == .refused || diagnostic.exit == .usage {
            refusal = (fault(diagnostic), HTTPResponse.Status(of: diagnostic))
        }
        return reply(try dispute(refused: (act, refusal.why)), status: refusal.status)
    }

    private func note(of act: DisputeAct, _ answer: any Answer) -> FlashNote {
        let id: Phrases.Value = .text(request.parameter("id"))
        guard let disputed = answer as? DisputedAnswer, let decision = disputed.decision, !disputed.needs.isEmpty else {
            return FlashNote(key: "disputes.done.\(act.rawValue)", arguments: ["case": id])
        }
        return FlashNote(
            key: "disputes.done.waits",
            arguments: [
                "decision": .text(decision.description), "roles": .text(disputed.needs.joined(separator: ", ")),
            ])
    }
}

extension PageVisit {
    /// Somebody was faster.
    func changed(_ id: CaseID, by name: String, _ at: Instant) -> HTML {
        let person: HTML = "<bdi>\(name)</bdi>"
        return words(
            "cases.changedMeanwhile",
            ["person": .html(person), "case": .text(id.description), "time": .text(formats.near(at))])
    }
}

extension Session {
    /// What was decided before in disputes of the same kind.
    fileprivate func precedents(like dispute: Dispute, words: String) throws -> PrecedentsAnswer {
        try precedents(words: words, kind: dispute.terms.rules.kind, limit: 5)
    }
}
