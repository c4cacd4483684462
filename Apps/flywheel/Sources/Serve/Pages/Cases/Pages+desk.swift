import ArgumentParser
import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import People
import WebPages

extension Pages {
    /// What the desk learned of itself, how its promises are kept, what it writes first, and whose work is looked at.
    var desk: [Route] {
        [
            get("/cases/report", for: .right(.answer)) { try $0.deskReport() },
            get("/cases/promises") { try $0.promises() },
            get("/cases/sample", for: .right(.answer)) { try $0.reviewSample() },
            get("/cases/outreach", for: .right(.answer)) { try $0.outreach() },
            get("/cases/outreach/{id}", for: .right(.answer)) { try $0.message() },
            post("/cases/outreach/propose", for: .right(.answer)) { try $0.propose() },
        ]
            + OutreachAct.allCases.map { act in
                post("/cases/outreach/\(act.rawValue)", for: .right(.answer)) { try $0.decide(act) }
            }
    }
}

extension PageVisit {
    /// A page with the command that prints it, and the address of the API that answers the same query.
    private func framed(
        _ title: String, _ command: String, _ query: CommandQuery? = nil, json: Address, _ main: HTML
    ) -> PageContent {
        var shell = shell(title, door: .cases)
        shell.command = query?.command(command) ?? command
        shell.json = query?.address(at: json) ?? json
        return PageContent(shell: shell, main: main)
    }

    private func links(_ current: Address) -> HTML {
        CasesLinks(reader: reader, mayAnswer: may(.answer), current: current).html
    }

    fileprivate func deskReport() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/cases/report", options: ["by", "since", "until", "quarter"])
        let command = try CasesCommand.Report.reading(query.arguments)
        let answer = try command.report(in: session())
        return framed(
            words.text("desk.report.title"), "flywheel cases report", query, json: "/api/v1/cases/report",
            "\(links("/cases/report"))\(DeskReportPage(answer: answer, query: query, reader: reader).html)")
    }

    fileprivate func promises() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/cases/promises", options: ["since"])
        let command = try SlaCommand.Status.reading(query.arguments)
        let answer = try command.attainment(in: session())
        return framed(
            words.text("desk.promises.title"), "flywheel sla status", query, json: "/api/v1/promises/attainment",
            "\(links("/cases/promises"))\(AttainmentPage(answer: answer, query: query, reader: reader).html)")
    }

    fileprivate func reviewSample() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/cases/sample", options: ["week", "reviewer"])
        let command = try CasesCommand.Sample.reading(query.arguments)
        let answer = try command.sample(in: session())
        return framed(
            words.text("desk.sample.title"), "flywheel cases sample", query, json: "/api/v1/cases/sample",
            "\(links("/cases/sample"))\(ReviewSamplePage(answer: answer, query: query, reader: reader).html)")
    }
}

extension PageVisit {
    fileprivate func outreach() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/cases/outreach", options: ["state"])
        let command = try OutreachCommand.List.reading(query.arguments)
        let answer = try command.messages(in: session())
        return framed(
            words.text("desk.outreach.title"), "flywheel outreach", query, json: "/api/v1/outreach",
            "\(links("/cases/outreach"))\(OutreachPage(answer: answer, query: query, reader: reader).html)")
    }

    fileprivate func message() throws -> PageContent {
        let ids = try IDs<OutreachRecord>.parse(["--", request.parameter("id")]).read { [] }
        let answer = try session().message(ids.first)
        guard let message = answer.messages.first else { throw Problem.notFound }
        let id = message.record.id.description
        let page = OutreachMessagePage(message: message, text: answer.text, reader: reader)
        return framed(
            words.text("desk.outreach.titleOf", ["id": .text(id)]), "flywheel outreach show \(id)",
            json: "/api/v1/outreach/\(id)", "\(links("/cases/outreach"))\(page.html)")
    }

    fileprivate func propose() throws -> WebReply {
        let answer = try house.answer(try OutreachCommand.Propose.reading([]), to: request)
        let count = (answer as? OutreachAnswer)?.messages.count ?? 0
        return try back(
            orTo: "/cases/outreach",
            saying: FlashNote(key: "desk.outreach.done.propose", arguments: ["count": .count(count)]))
    }

    /// Decides about the messages that are ticked, or about the one whose button it is: one that is refused does not keep the
    /// others from it.
    fileprivate func decide(_ act: OutreachAct) throws -> WebReply {
        let ids = try chosen(OutreachRecord.self)
        let answer = try house.answer(try act.command(on: ids), to: request)
        let done = (answer as? OutreachAnswer)?.messages.map(\.record.id.description) ?? []
        if done.isEmpty, let refusal = answer.refusals.first { throw refusal }
        return try back(
            orTo: "/cases/outreach",
            saying: FlashNote(
                key: "desk.outreach.done.\(act.rawValue)",
                arguments: ["messages": .text(done.joined(separator: ", "))], refusals: answer.refusals.map(fault)))
    }
}
