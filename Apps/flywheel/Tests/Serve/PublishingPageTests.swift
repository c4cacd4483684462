import FlywheelKit
import HTTPTypes
import Logging
import Testing

@testable import flywheel

@Suite struct PublishingPageTests {
    private let desk: Desk

    init() throws {
        desk = try Desk.withCases(CommitmentsTests.settings)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ form: String = "", as person: String? = "lea:lead",
        clock: Instant = Scene.asOf
    ) throws -> Doorstep.Reply {
        try Doorstep(desk) { clock }.ask(method, path, as: person, form)
    }

    private static let opening =
        "title=Orders+are+late&text=We+look.&severity=major&component-orders=on&next=2026-11-20T18:00&owner=ben"

    @Test func anIncidentIsToldOfUpdatedAndResolvedByForms() throws {
        let opened = try ask(.post, "/incidents", Self.opening)
        #expect(
            opened.status == 303 && opened.headers[.location] == "/incidents/B1", "\(opened.text)")
        let shown = desk.run("incidents", "show", "B1", "--format", "json").output
        #expect(
            shown.contains(#""owner":"ben""#) && shown.contains(#""by":"lea""#) && shown.contains("2026-11-20T18:00"))
        #expect(try ask(.get, "/incidents/B1").text.contains("Resolve incident"))
        let updated = try ask(.post, "/incidents/B1/update", "text=Found.&severity=degraded&component-labels=on")
        #expect(updated.status == 303)
        #expect(try ask(.post, "/incidents/B1/resolve", "text=Over.").status == 303)
        #expect(try !ask(.get, "/incidents/B1").text.contains("Resolve incident"))
        #expect(try ask(.post, "/incidents/B1/resolve", "text=Over.").status == 409)
    }

    @Test func workIsAnnouncedMovedAndDoneByForms() throws {
        let announced = try ask(
            .post, "/maintenance",
            "title=Disks&text=New.&component-labels=on&starts=2026-11-21T06:00&ends=2026-11-21T07:00")
        #expect(announced.headers[.location] == "/maintenance/G1", "\(announced.text)")
        let moved = try ask(.post, "/maintenance/G1/move", "text=Later.&starts=2026-11-22T06:00&ends=2026-11-22T07:00")
        #expect(moved.status == 303, "\(moved.text)")
        let six = try #require(Instant("2026-11-22T06:00:00Z"))
        #expect(try ask(.post, "/maintenance/G1/begin", "text=Begun.", clock: six).status == 303)
        #expect(try ask(.post, "/maintenance/G1/complete", "text=Done.", clock: six).status == 303)
        #expect(
            desk.run("maintenance", "show", "G1", "--format", "json", clock: six).output.contains(#""state":"done""#))
    }

    @Test(arguments: [
        ("title=&text=a&component-orders=on", "It is empty."),
        ("title=a&text=mail+jo@mail.example&component-orders=on", "There is an e-mail address at character 6."),
        ("title=a&text=b", "Tick at least one component."),
        ("title=a&text=b&component-orders=on&next=soon", "This is not a time."),
        ("title=a&text=b&component-orders=on&next=2026-11-20T16:00", "Expected a time later than now"),
    ])
    func whatIsNotAcceptedIsSaidBesideItsFieldAndKept(form: String, words: String) throws {
        let reply = try ask(.post, "/incidents", form + "&owner=kept-owner")
        #expect(reply.status == 422 && reply.text.contains(words), "\(reply.text)")
        #expect(reply.text.contains("value=\"kept-owner\"") && reply.text.contains("Error: "))
        #expect(desk.run("incidents", "list", "--all").output.isEmpty)
    }

    @Test func withoutComponentsThePageSaysWhatToWriteInPlaceOfForms() throws {
        let bare = try Desk.withCases()
        func page(_ person: String) throws -> String {
            try Doorstep(bare) { Scene.asOf }.ask(.get, "/incidents", as: person, "").text
        }
        let text = try page("lea:lead")
        #expect(!text.contains("action=\"/incidents\"") && !text.contains("action=\"/maintenance\""))
        #expect(text.matches(of: #/none is configured/#).count == 1)
        let example = try #require(text.firstMatch(of: #/<code>(commitments:.*?)<\/code>/#.dotMatchesNewlines()))
        #expect(try !page("vic:viewer").contains("none is configured"))
        // What it says to write is read.
        _ = try bare.write(String(example.1), to: "flywheel.yaml")
        #expect(try page("lea:lead").contains("name=\"component-orders\""))
    }

    @Test func whoMayOnlyLookIsOfferedNoForm() throws {
        _ = try ask(.post, "/incidents", Self.opening)
        for path in ["/incidents", "/incidents/B1"] {
            #expect(try !ask(.get, path, as: "vic:viewer").text.contains("name=\"text\""))
            #expect(try ask(.get, path).text.contains("name=\"text\""))
        }
        #expect(try ask(.post, "/incidents", Self.opening, as: "ops:operator").status == 403)
        #expect(try ask(.post, "/incidents", Self.opening, as: nil).status == 401)
    }

    @Test func missedPromisesAreWrittenDownOnce() throws {
        _ = try ask(.post, "/incidents", Self.opening)
        let late = try #require(Instant("2026-11-20T18:00:01Z"))
        for _ in 0..<2 { MissedPromises(house: try Doorstep(desk) { late }.house, logger: .init(label: "test")).look() }
        let journal = desk.run("export", "journal", clock: late).output
        #expect(journal.split(separator: "overdue", omittingEmptySubsequences: false).count == 2)
    }
}
