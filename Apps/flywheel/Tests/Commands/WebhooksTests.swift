import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct WebhooksTests {
    private func secret(in output: String) throws -> String {
        String(try #require(output.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("whsec_") }))
    }

    @Test func secretIsShownOnceAndIsInNothingElse() throws {
        let desk = try Desk.rotated()
        let address = "https://hooks.example.com/in/canary?token=canary"
        let added = desk.run("webhooks", "add", "webhook", address, "--format", "text")
        #expect(added.exit == .done, "\(added.errors)")
        let first = try secret(in: added.output)
        let second = try secret(in: desk.run("webhooks", "rekey", "W1", "--format", "text").output)
        #expect(first != second)
        #expect(try JSON(reading: desk.run("webhooks", "--format", "json").output).items.first?["secrets"] == 2)
        #expect(desk.run("webhooks", "rekey", "W1").exit == .done)
        let secrets = try JSON(reading: desk.run("webhooks", "--format", "json").output).items.first?["secrets"]
        #expect(secrets == 3, "whichever the receiver knows stays")
        let retired = desk.run("webhooks", "rekey", "W1", "--retire", "--format", "json").output
        #expect(try JSON(reading: retired)["secret"] == .null)
        for words in [
            ["webhooks"], ["webhooks", "--format", "json"], ["export", "journal"], ["webhooks", "pause", "W1"],
        ] {
            let run = desk.run(words)
            for hidden in ["canary", first, second] {
                #expect(!added.output.contains("canary") && !(run.output + run.errors).contains(hidden), "\(words)")
            }
        }
        #expect(desk.run("journal", "verify").exit == .done)
    }

    @Test func anAccountThatNobodyKnowsIsDoubted() throws {
        let desk = try Desk.rotated()
        let added = desk.run("webhooks", "add", "webhook", "https://example.com/in", "--account", "northwnd")
        #expect(added.exit == .done, "\(added.errors)")
        #expect(added.errors.contains("no file came in of an account \"northwnd\" yet; did you mean \"northwind\"?"))
        let known = desk.run("webhooks", "add", "webhook", "https://example.com/in", "--account", "northwind")
        #expect(known.exit == .done && known.errors.isEmpty, "\(known.errors)")
    }

    @Test(arguments: [
        (["webhook", "http-x://a"], "webhook-address"), (["webhook", "https://user@example.com/"], "webhook-address"),
        (["webhook", "https://0x7f000001/"], "webhook-address"),
        (["webhook", "https://example.com:0/in"], "webhook-address"),
        (["webhook", "https://example.com/in#part"], "webhook-address"),
        (["mail", "a@b.c\r\nBcc: d@e.f"], "webhook-address"),
        (["webhook", "https://example.com/", "--verb", "exploded"], "unknown-verb"), (["pigeon", "roof"], "usage"),
    ])
    func whatCannotBeToldIsRefused(arguments: [String], code: String) throws {
        let desk = try Desk.rotated()
        let run = desk.run(["webhooks", "add"] + arguments)
        #expect(run.exit == .usage && run.errors.contains("error[\(code)]"), "\(run.errors)")
        #expect(try JSON(reading: desk.run("webhooks", "--format", "json").output).items.isEmpty)
    }

    /// It is added all the same, since the configuration that lets it through may come later.
    @Test func whatNothingReachesIsSaidWhereverItIsShown() throws {
        let desk = try Desk.rotated()
        func obstacles() throws -> [JSON?] {
            try JSON(reading: desk.run("webhooks", "--format", "json").output).items.map { $0["obstacle"] }
        }
        for (kind, address) in [
            ("webhook", "https://10.1.2.3/in"), ("webhook", "https://localhost/in"), ("mail", "ops@example.com"),
            ("webhook", "https://example.com/in"),
        ] {
            let added = desk.run("webhooks", "add", kind, address, "--format", "text")
            #expect(added.exit == .done)
            #expect(
                added.errors.contains("nothing reaches it") == (address != "https://example.com/in"), "\(added.errors)")
        }
        #expect(try obstacles() == ["private-address", "loopback-address", "no-mail-server", .null])
        #expect(desk.run("webhooks", "--format", "text").output.contains("active, private address"))
        let doctor = desk.run("doctor", "--format", "json").output
        #expect(doctor.contains("nothing reaches https://10.1.2.3/…: private address"), "\(doctor)")
        #expect(desk.run("explain", "loopback-address").output.contains("outbox.networks"))
        _ = try desk.write("outbox: { networks: [10.1.0.0/16] }\n", to: "flywheel.yaml")
        #expect(try obstacles() == [.null, "loopback-address", "no-mail-server", .null])
        #expect(desk.run("webhooks", "remove", "W2", "--format", "text").errors.isEmpty, "what is removed needs no way")
    }

    @Test func statesAreHeldTo() throws {
        let desk = try Desk.rotated()
        #expect(desk.run("webhooks", "add", "slack", "https://hooks.example.com/T0").exit == .done)
        #expect(desk.run("webhooks", "resume", "W1").errors.contains("error[subscription-state]"))
        #expect(desk.run("webhooks", "rekey", "W1").errors.contains("error[not-signed]"))
        #expect(desk.run("webhooks", "pause", "W1", "--reason", "moving").exit == .done)
        #expect(desk.run("webhooks", "--format", "text").output.contains("paused, moving"))
        #expect(desk.run("webhooks", "pause", "W1").exit == .refused)
        #expect(desk.run("webhooks", "resume", "w1").exit == .done)
        #expect(desk.run("webhooks", "remove", "1").exit == .done)
        for words in [["resume", "W1"], ["deliveries", "W1"], ["replay", "W2"], ["test", "W1"]] {
            let run = desk.run(["webhooks"] + words)
            #expect(run.exit == .unknown && run.errors.contains("error[unknown-subscription]"), "\(words)")
        }
        #expect(desk.run("journal", "verify").exit == .done)
    }

    @Test func whatHappensIsPutToWaitAndItsFateIsShown() throws {
        let desk = try Desk.rotated()
        // This machine is not sent to, so every attempt fails alike, without any network.
        #expect(desk.run("webhooks", "add", "webhook", "https://127.0.0.1/in", "--verb", "claimed").exit == .done)
        #expect(desk.run("claim", "X1").exit == .done)
        #expect(desk.run("note", "X1", "hello").exit == .done)
        let sent = try JSON(reading: desk.run("outbox", "send", "--format", "json").output)
        #expect(sent["delivered"] == 0 && sent["failed"] == 1 && sent["dead"] == 0)
        let row = try JSON(reading: desk.run("webhooks", "deliveries", "W1", "--format", "json").output).items.first
        #expect(row?["outcome"] == "loopback-address" && row?["state"] == "waiting" && row?["attempts"] == 1)
        #expect(row?["subject"] == "X1" && row?["verb"] == "claimed")
        var clock = Scene.asOf
        for _ in 0..<9 {
            clock = clock.advanced(byDays: 2)
            _ = desk.run(["outbox", "send"], clock: clock)
        }
        let dead = desk.run(["webhooks", "deliveries", "--state", "dead", "--format", "json"], clock: clock).output
        #expect(try JSON(reading: dead).items.first?["attempts"] == 10)
        let again = desk.run(["webhooks", "replay", "W1", "--format", "json"], clock: clock).output
        #expect(try JSON(reading: again)["waiting"] == 1)
        let test = desk.run("webhooks", "test", "W1", "--format", "json")
        #expect(test.exit == .waits)
        #expect(try JSON(reading: test.output)["outcome"] == "loopback-address")
    }

    @Test func routineIsPutToWaitOnceADay() throws {
        let desk = try Desk.rotated()
        _ = try desk.write(
            """
            calendar: { zone: America/Los_Angeles }
            outbox:
              deliver:
                - { what: morning, at: "08:00", to: W1 }
            """, to: "flywheel.yaml")
        #expect(desk.run("webhooks", "add", "mail", "ops@example.com", "--digests-only").exit == .done)
        // 16:05 UTC is five past eight in Los Angeles.
        let early = desk.run(["outbox", "send", "--format", "json"], clock: Scene.asOf.advanced(bySeconds: -600))
        #expect(try JSON(reading: early.output)["failed"] == 0, "\(early.errors)")
        for minutes: Int64 in [0, 10, 60] {
            _ = desk.run(["outbox", "send"], clock: Scene.asOf.advanced(bySeconds: minutes * 60))
        }
        let rows = try JSON(reading: desk.run("webhooks", "deliveries", "--format", "json").output).items
        #expect(rows.map { $0["id"] } == ["W1-morning-2026-11-20"])
        #expect(rows.first?["outcome"] == "no-mail-server")
    }

    @Test func simulatedEventsAreToldToNobody() throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--weeks", "1").exit == .done)
        let run = desk.run("outbox", "send")
        #expect(run.exit == .refused && run.errors.contains("error[simulated]"), "\(run.errors)")
    }

    @Test func badConfigurationIsNamed() throws {
        let desk = try Desk.rotated()
        _ = try desk.write("outbox: { networks: [10.0.0.0/99] }\n", to: "flywheel.yaml")
        let run = desk.run("outbox", "send")
        #expect(run.exit == .failed && run.errors.contains("a network such as 10.1.0.0/16"), "\(run.errors)")
    }
}

extension JSON {
    /// The rows of an answer's list.
    fileprivate var items: [JSON] { if case .array(let items) = self["items"] { items } else { [] } }
}
