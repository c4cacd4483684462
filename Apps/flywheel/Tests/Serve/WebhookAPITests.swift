import FlywheelKit
import FlywheelWeb
import Foundation
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct WebhookAPITests {
    @Test func webhookIsAddedWorkedAndRemoved() throws {
        let door = try Doorstep(.rotatedOnce())
        func post(_ address: String, _ body: String = "{}") throws -> Doorstep.Reply {
            try door.ask(
                .post, "/api/v1/webhooks\(address)", as: "ana:lead", body,
                headers: ["If-Match": "*", "Idempotency-Key": UUID().uuidString])
        }
        let added = try post("", #"{"kind":"webhook","address":"https://127.0.0.1/in/canary","verb":["claimed"]}"#)
        #expect(added.status == 200, "\(added.text)")
        guard case .text(let secret) = added.json?["secret"] else {
            Issue.record("no secret: \(added.text)")
            return
        }
        #expect(added.json?["subscription"]?["target"] == "https://127.0.0.1/…")
        #expect(added.json?["subscription"]?["obstacle"] == "loopback-address")
        #expect(try post("/W1/pause", #"{"reason":"moving"}"#).json?["subscription"]?["state"] == "paused")
        #expect(try post("/W1/pause").code == "subscription-state")
        #expect(try post("/W1/resume").status == 200)
        let test = try post("/W1/test")
        #expect(test.status == 200 && test.json?["outcome"] == "loopback-address", "\(test.text)")
        #expect(try post("/W9/test").status == 404)
        #expect(try post("", #"{"kind":"webhook","address":"http//x"}"#).code == "webhook-address")
        for path in ["/webhooks", "/webhooks/deliveries", "/webhooks/W1/deliveries"] {
            let look = try door.ask(.get, "/api/v1\(path)", as: "ana:lead")
            #expect(look.status == 200 && !look.text.contains(secret) && !look.text.contains("canary"), "\(look.text)")
        }
        #expect(try post("/W1/remove").status == 200)
        #expect(try door.ask(.get, "/api/v1/webhooks/W1/deliveries", as: "ana:lead").status == 404)
        #expect(try door.ask(.get, "/api/v1/webhooks", as: "mia:operator").status == 403)
    }

    @Test func figuresSayWhatWaitsAndWhatWasGivenUp() throws {
        let desk = try Desk.rotatedOnce()
        #expect(desk.run("webhooks", "add", "webhook", "https://127.0.0.1/in", "--verb", "claimed").exit == .done)
        #expect(desk.run("claim", "X1").exit == .done)
        for attempt in 0..<10 {
            _ = desk.run(["outbox", "send"], clock: Scene.asOf.advanced(byDays: 2 * Double(attempt)))
        }
        #expect(desk.run("claim", "X2").exit == .done)
        _ = desk.run(["outbox", "send"], clock: Scene.asOf.advanced(byDays: 30))
        let door = try Doorstep(desk)
        let route = try #require(Doors.metrics(of: door.house, RequestFigures(), path: "").first)
        let figures = Doorstep.Reply(try route.handler(WebRequest(id: "r1", .get, path: "/metrics"))).text
        #expect(figures.contains("\nflywheel_outbox_waiting{subscription=\"W1\"} 1\n"), "\(figures)")
        #expect(figures.contains("\nflywheel_outbox_dead{subscription=\"W1\"} 1\n"), "\(figures)")
    }

    @Test func aSecretWhoseAnswerWasLostIsToldAgain() throws {
        let door = try Doorstep(.rotatedOnce())
        func post(_ address: String, _ body: String, _ word: String) throws -> Doorstep.Reply {
            try door.ask(
                .post, "/api/v1/webhooks\(address)", as: "ana:lead", body,
                headers: ["If-Match": "*", "Idempotency-Key": word])
        }
        let word = UUID().uuidString
        _ = try post("", #"{"kind":"webhook","address":"https://127.0.0.1/in"}"#, UUID().uuidString)
        #expect(try post("/W1/rekey", "{}", "short").code == "idempotency-key", "a word that shows a secret is guessed")
        let first = try post("/W1/rekey", "{}", word)
        #expect(first.status == 200 && first.json?["secret"]?.texts.isEmpty == false, "\(first.text)")
        let again = try post("/W1/rekey", "{}", word)
        #expect(again.status == 200 && again.text == first.text, "\(again.text)")
    }
}
