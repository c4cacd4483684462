import FlywheelHost
import FlywheelKit
import FlywheelStore
import HTTPTypes
import Outbox
import Testing

@testable import flywheel

/// What is sent without being asked for is what the description of the API says it is.
@Suite struct OutwardMessagesTests {
    /// The description, and what does not fit it.
    private struct Description {
        let json: JSON

        init(_ door: Doorstep) throws {
            json = try #require(try door.ask(.get, "/api/v1/openapi.json", as: nil).json)
        }

        /// The schema of the body of a post to a webhook.
        func webhook(_ name: String) throws -> JSON {
            try named(
                json.member(at: [
                    "webhooks", name, "post", "requestBody", "content", "application/json", "schema",
                ]))
        }

        /// The schemas of what the stream of events tells.
        func streamed() throws -> [JSON] {
            let stream = json.member(at: [
                "paths", "/api/v1/events", "get", "responses", "200", "content", "text/event-stream", "x-itemSchema",
            ])
            guard case .array(let schemas) = stream?.member(at: ["properties", "data", "contentSchema", "oneOf"]) else {
                throw Diagnostic("test", "no schema of the stream", exit: .failed)
            }
            return try schemas.map(named)
        }

        private func named(_ reference: JSON?) throws -> JSON {
            let name = try #require(reference?["$ref"]?.texts.first?.split(separator: "/").last)
            return try #require(json.member(at: ["components", "schemas", String(name)]))
        }
    }

    private func faults(of text: some StringProtocol, _ schema: JSON) throws -> [String] {
        var validator = SchemaValidator(mayLeaveOut: true)
        validator.check(try JSON(strictly: text.utf8), schema)
        return validator.faults
    }

    @Test func everyMessageOfAJournalFits() throws {
        let furnished = try FurnishedDesk()
        let door = try Doorstep(furnished.desk)
        let store = door.house.host.store
        let id = try store.subscribe(
            SubscriptionRecord(
                id: SubscriptionID(1), kind: .webhook, target: "https://127.0.0.1/in", secrets: [.random()],
                at: Scene.asOf, by: "ada"), by: .flywheel, at: Scene.asOf)
        let subscription = try #require(try store.subscription(id))
        let replay = Replay(store: store, by: .flywheel, now: Scene.asOf)
        #expect(try replay.entries(1...store.journalEnd(), of: subscription) > 30)
        let schema = try Description(door).webhook("event")
        let sent = try store.deliveries(of: id, in: .waiting, limit: .max)
        for delivery in sent { #expect(try faults(of: delivery.body, schema) == [], "\(delivery.body)") }
        #expect(sent.contains { $0.body.contains("\"place\":{") } && sent.contains { !$0.body.contains("\"place\"") })
        let test = subscription.test(now: Scene.asOf)
        #expect(try faults(of: test.body, Description(door).webhook("test")) == [], "\(test.body)")
        #expect(try faults(of: #"{"data":{},"type":"exception.closed"}"#, schema).count > 1, "it is held to something")
    }

    @Test func everyDigestThatIsSentFits() throws {
        let desk = try Desk.rotated()
        _ = try desk.write(
            "outbox: { deliver: [{ what: morning, at: \"00:00\", to: W1 }] }\n", to: "flywheel.yaml")
        #expect(desk.run("webhooks", "add", "webhook", "https://127.0.0.1/in", "--digests-only").exit == .done)
        #expect(desk.run("outbox", "send").exit == .done)
        let door = try Doorstep(desk)
        let sent = try door.house.host.store.deliveries(of: SubscriptionID(1), in: .waiting, limit: 9)
        #expect(sent.count == 1)
        let schema = try Description(door).webhook("digest")
        for delivery in sent { #expect(try faults(of: delivery.body, schema) == [], "\(delivery.body)") }
    }

    @Test func everyEventOfTheStreamFits() throws {
        let door = try Doorstep(try FurnishedDesk().desk)
        let lines = try door.house.host.store.events()
        let last = try #require(lines.last)
        let many = (0...EventText.mostOfOneEntry).map { position in
            JournalLine(
                sequence: last.sequence + 1, position: position, at: last.at, actor: last.actor, seal: "",
                event: last.event)
        }
        let schemas = try Description(door).streamed()
        var told: [Int] = [0, 0]
        for event in EventText().text(of: lines + many).split(separator: "\n\n") {
            let data = try #require(event.split(separator: "\n").first { $0.hasPrefix("data: ") }).dropFirst(6)
            let kind = event.hasPrefix("event: entry\n") ? 1 : 0
            told[kind] += 1
            #expect(try faults(of: data, schemas[kind]) == [], "\(data)")
            #expect(try faults(of: data, schemas[1 - kind]) != [], "it is one of them alone")
        }
        #expect(told[0] > 30 && told[1] == 1)
    }
}
