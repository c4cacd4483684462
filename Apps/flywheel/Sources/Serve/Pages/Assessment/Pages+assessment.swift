import Assessment
import FlywheelHost
import FlywheelWeb
import HTTPTypes
import Learning
import People
import WebPages

extension Pages {
    /// How mature the work is, how connected, and what to do next.
    var assessments: [Route] {
        [
            get("/assessment") { try $0.assessments() },
            get("/assessment/{id}") { visit in
                if visit.request.parameter("id") == "now" { return try visit.assessmentOfSome() }
                let ids = visit.request.parameter("id").split(separator: "..").map(String.init)
                return ids.count == 2
                    ? try visit.difference(from: ids[0], to: ids[1])
                    : try visit.assessment(visit.request.parameter("id"))
            },
            post("/assessment", for: .right(.decide)) { visit in
                let session = try visit.session()
                guard session.scope == .all else { return .seeOther("/assessment/now") }
                let made = try session.assess(since: nil)
                return try visit.back(
                    orTo: "/assessment/\(made.kept.id)",
                    saying: FlashNote(key: "assessment.made", arguments: ["id": .text(made.kept.id)]))
            },
        ]
    }
}

extension PageVisit {
    private func framed(_ title: String, command: String, json: Address, _ main: HTML) -> PageContent {
        var shell = shell(title, door: .wheel)
        shell.command = command
        shell.json = json
        return PageContent(shell: shell, main: main)
    }

    fileprivate func assessments() throws -> PageContent {
        let session = try session()
        let page = AssessmentsPage(
            answer: try session.assessments(), accounts: try KnownPlaces(session.host.store).accounts,
            mayAssess: may(.decide), reader: reader)
        return framed(
            words.text("assessment.title"), command: "flywheel assess list", json: "/api/v1/assessments", page.html)
    }

    fileprivate func assessment(_ id: String) throws -> PageContent {
        let answer = try session().assessment(id)
        return framed(
            words.text("assessment.titleOf", ["id": .text(answer.kept.id)]),
            command: "flywheel assess show \(answer.kept.id)", json: "/api/v1/assessments/\(answer.kept.id)",
            AssessmentView(answer: answer, reader: reader).html)
    }

    /// What is found of the accounts that somebody may know of, or of the one that is asked for; it is not kept.
    fileprivate func assessmentOfSome() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/assessment/now", options: ["account"])
        let session = try session(of: query["account"])
        guard session.scope != .all else { return try assessments() }
        let answer = try session.assess(since: nil)
        var shell = shell(
            words.text("assessment.titleOf", ["id": .text(answer.document.account)]), door: .wheel)
        shell.command = "flywheel assess --account \(answer.document.account.shellWord)"
        return PageContent(shell: shell, main: AssessmentView(answer: answer, reader: reader).html)
    }

    fileprivate func difference(from earlier: String, to later: String) throws -> PageContent {
        let session = try session()
        let answer = DifferenceAnswer(earlier: try session.kept(earlier), later: try session.kept(later))
        return framed(
            words.text(
                "assessment.difference", ["earlier": .text(answer.earlier.id), "later": .text(answer.later.id)]),
            command: "flywheel assess diff \(answer.earlier.id) \(answer.later.id)",
            json: "/api/v1/assessments/\(answer.earlier.id)/changes/\(answer.later.id)",
            DifferencePage(answer: answer, reader: reader).html)
    }
}
