import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Synchronization
import Testing

@testable import Outbox

@Suite("Everything leaves at least once, under the same id")
struct DispatcherTests {
    private let store = MemoryStore()
    private let hands = Hands()

    private func dispatcher(
        _ courier: StubCourier, digests: DigestPost? = nil, limits: Dispatcher.Limits = .init()
    ) -> Dispatcher {
        Dispatcher(store: store, courier: courier, digests: digests, limits: limits, now: { [hands] in hands.now })
    }

    private func state(_ id: String) throws -> DeliveryRecord.State? { try store.delivery(at: id)?.state }

    @Test func eventsLeaveInTheirOrderAndOnce() async throws {
        try store.happen(to: "X1")
        let id = try store.listen().id
        try store.happen(to: "X1", "X2", "X1")
        let courier = StubCourier { _, _ in .status(204) }
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally(delivered: 3))
        #expect(courier.sent.filter { $0.subject == "X1" }.map(\.place) == ["W1-3-0", "W1-5-0"])
        #expect(Set(courier.ids(id)) == ["W1-3-0", "W1-4-0", "W1-5-0"])
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally())
        #expect(try store.subscription(id)?.cursor == 5)
        #expect(try store.journalFaults() == [])
    }

    @Test func whatWasTakenAndNotSentIsSentByTheNextRun() async throws {
        let subscription = try store.listen()
        try store.happen(to: "X1", "X2")
        let courier = StubCourier { _, _ in .status(204) }
        try dispatcher(courier).take(subscription)
        #expect(courier.sent.isEmpty)
        #expect(try await dispatcher(courier).turn().delivered == 2)
        #expect(Set(courier.ids(subscription.id)) == ["W1-2-0", "W1-3-0"])
    }

    @Test func whatWasSentAndNotKeptIsSentAgainUnderTheSameID() async throws {
        try store.listen()
        try store.happen(to: "X1")
        let courier = StubCourier { _, _ in
            withUnsafeCurrentTask { $0?.cancel() }
            return .unreachable
        }
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally())
        #expect(try store.delivery(at: "W1-2-0")?.attempts == 0)
        let later = StubCourier { _, _ in .status(204) }
        #expect(try await dispatcher(later).turn().delivered == 1)
        #expect(courier.sent.map(\.id) == later.sent.map(\.id))
        #expect(courier.sent.map(\.body) == later.sent.map(\.body))
    }

    @Test func refusedIsTriedTenTimesAndThenDead() async throws {
        try store.listen()
        try store.happen(to: "X1", "X1", "X2")
        let courier = StubCourier { delivery, _ in delivery.subject == "X1" ? .status(500) : .status(200) }
        var tally = Dispatcher.Tally()
        var turns = 0
        while try state("W1-2-0") != .dead, turns < 50 {
            tally = tally + (try await dispatcher(courier).turn())
            turns += 1
            if let next = try store.delivery(at: "W1-2-0")?.next {
                hands.move(bySeconds: max(next.seconds - hands.now.seconds, 0))
            }
        }
        #expect(courier.sent.count { $0.place == "W1-2-0" } == 10)
        #expect(try store.delivery(at: "W1-2-0")?.outcome == "500")
        let first = courier.sent.filter { $0.place == "W1-2-0" }.map(\.at.seconds)
        #expect((first[9] - first[0]) / 3_600 >= 75, "three days of patience")
        #expect(try state("W1-4-0") == .delivered, "one message that is refused holds up no other record's")
        #expect(
            courier.sent.firstIndex { $0.place == "W1-3-0" } ?? 0 > courier.sent.lastIndex { $0.place == "W1-2-0" } ?? 0
        )
        #expect(tally.dead == 1)
    }

    @Test func manyThatAreRefusedHoldUpNothingThatComesAfterThem() async throws {
        let id = try store.listen().id
        for number in 1...400 { try store.happen(to: "X\(number)") }
        let courier = StubCourier { delivery, _ in
            (Int(delivery.subject.dropFirst()) ?? 0) <= 400 ? .status(500) : .status(200)
        }
        #expect(try await dispatcher(courier).turn().failed == 400)
        try store.happen(to: "X401")
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally(delivered: 1))
        #expect(try store.countDeliveries(of: id, in: .waiting) == 400)
    }

    @Test func whoIsKeptOutGetsNoMailUntilTheyMayComeInAgain() async throws {
        var mia = PersonRecord(name: "mia@example.com", displayName: "Mia", role: "lead")
        mia = try store.keep(mia, change: nil, endsSignIns: false, needing: "lead", by: ada, at: noon)
        let id = try store.listen(.mail, at: "Mia@example.com").id
        try store.happen(to: "X1")
        let courier = StubCourier { _, _ in .status(250) }
        #expect(try await dispatcher(courier).turn().delivered == 1)
        mia.disabled = noon
        mia = try store.keep(mia, change: nil, endsSignIns: true, needing: "lead", by: ada, at: noon)
        try store.happen(to: "X2")
        let digests = DigestPost(
            [DigestSchedule(name: "morning", second: 0, days: Set(Weekday.allCases), receivers: [id])], zone: .utc
        ) { _, _ in Digest(mail: MailText(subject: "m", text: ""), json: "{}") }
        #expect(try await dispatcher(courier, digests: digests).turn() == Dispatcher.Tally())
        #expect(try Couriers(OutboxSettings()).obstacle(to: #require(try store.subscription(id)), in: store) != nil)
        mia.disabled = nil
        _ = try store.keep(mia, change: nil, endsSignIns: false, needing: "lead", by: ada, at: noon)
        #expect(try await dispatcher(courier).turn().delivered == 1, "what happened meanwhile is told then")
        #expect(courier.sent.map(\.subject) == ["X1", "X2"])
    }

    @Test func goneDisablesForGood() async throws {
        let id = try store.listen().id
        try store.happen(to: "X1", "X1", "X1")
        let courier = StubCourier { _, _ in .status(410) }
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally(dead: 1))
        let subscription = try #require(try store.subscription(id))
        #expect(subscription.state == .disabled && subscription.reason == "gone")
        hands.move(bySeconds: 1_000_000)
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally())
        #expect(courier.sent.count == 1)
        #expect(try store.history(of: "W1").map(\.event.verb) == [.subscribed, .disabled])
        #expect(try store.journalFaults() == [])
    }

    @Test func receiverThatAsksForLessIsLeftAlone() async throws {
        let id = try store.listen().id
        for number in 1...20 { try store.happen(to: "X\(number)") }
        let isBusy = Mutex(true)
        let courier = StubCourier { _, _ in isBusy.withLock { $0 } ? .status(429, retryAfter: 90) : .status(204) }
        _ = try await dispatcher(courier).turn()
        #expect(courier.sent.count <= 4, "no more than are under way at once")
        #expect(try store.subscription(id)?.restsUntil == noon.advanced(bySeconds: 90))
        let before = courier.sent.count
        hands.move(bySeconds: 89)
        _ = try await dispatcher(courier).turn()
        #expect(courier.sent.count == before)
        hands.move(bySeconds: 1)
        _ = try await dispatcher(courier).turn()
        #expect(courier.sent.count == before + 1, "one message tells whether it is well again")
        isBusy.withLock { $0 = false }
        hands.move(bySeconds: 400)
        _ = try await dispatcher(courier).turn()
        #expect(try store.countDeliveries(of: id, in: .delivered) == 20)
        #expect(try store.subscription(id)?.restsUntil == nil)
    }

    /// What is under way when a receiver asks for less may still be taken, which does not say that it takes more.
    @Test func whatIsTakenDoesNotEndTheRestThatWasAskedFor() async throws {
        let id = try store.listen().id
        for number in 1...8 { try store.happen(to: "X\(number)") }
        let courier = StubCourier { [store] delivery, _ in
            if delivery.subject == "X1" { return .status(429, retryAfter: 3_600) }
            while (try? store.subscription(id)?.restsUntil) == nil { await Task.yield() }
            return .status(204)
        }
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally(delivered: 3, failed: 1))
        #expect(try store.subscription(id)?.restsUntil == noon.advanced(bySeconds: 3_600))
        hands.move(bySeconds: 3_599)
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally())
        let well = StubCourier { _, _ in .status(204) }
        hands.move(bySeconds: 1)
        #expect(try await dispatcher(well).turn().delivered == 5)
        #expect(try store.subscription(id)?.restsUntil == nil)
    }

    @Test func pausedIsToldWhatItMissed() async throws {
        var subscription = try store.listen()
        subscription.state = .paused
        try store.change(subscription, .paused, by: ada, at: noon)
        try store.happen(to: "X1")
        let courier = StubCourier { _, _ in .status(204) }
        #expect(try await dispatcher(courier).turn() == Dispatcher.Tally())
        subscription = try #require(try store.subscription(subscription.id))
        subscription.state = .active
        try store.change(subscription, .resumed, by: ada, at: noon)
        _ = try await dispatcher(courier).turn()
        #expect(courier.sent.map(\.subject) == ["W1", "X1", "W1"])
    }

    @Test func backlogStaysInTheJournal() async throws {
        let id = try store.listen().id
        for number in 1...50 { try store.happen(to: "X\(number)") }
        var limits = Dispatcher.Limits()
        (limits.backlog, limits.page) = (8, 4)
        let dead = StubCourier { _, _ in .unreachable }
        _ = try await dispatcher(dead, limits: limits).turn()
        #expect(try store.countDeliveries(of: id, in: .waiting) == 8)
        hands.move(bySeconds: 400)
        let alive = StubCourier { _, _ in .status(204) }
        _ = try await dispatcher(alive, limits: limits).turn()
        #expect(try store.countDeliveries(of: id, in: .delivered) == 50)
        #expect(Set(alive.sent.map(\.id)).count == 50)
    }

    @Test func deadAndSlowReceiversHoldUpNobody() async throws {
        let store = try SQLiteStore.inMemory()
        let dead = try store.listen().id
        let slow = try store.listen().id
        let well = try store.listen().id
        let count = 3_400
        for number in 0..<count { try store.happen(to: "X\(number % 97 + 1)") }
        let wellIsDone = Gate()
        let courier = StubCourier { delivery, subscription in
            switch subscription.id {
            case dead: return .unreachable
            case slow:
                // Answers nothing until the third has everything.
                await wellIsDone.wait()
                return .status(204)
            default: return .status(204)
            }
        }
        let now = hands
        let dispatcher = Dispatcher(store: store, courier: courier) { now.now }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await dispatcher.turn() }
            while courier.ids(well).count < count { try await Task.sleep(for: .milliseconds(5)) }
            await wellIsDone.open()
            try await group.waitForAll()
        }
        // What came before its own beginning is not told; of the others' beginnings the first two are.
        for id in [slow, well] {
            let sent = courier.sent.filter { $0.id.hasPrefix("\(id)-") && $0.subject.hasPrefix("X") }
            #expect(sent.count == count)
            for (subject, messages) in Dictionary(grouping: sent, by: \.subject) {
                let order = messages.compactMap { Int64($0.id.split(separator: "-")[1]) }
                #expect(order == order.sorted(), "\(id) \(subject)")
            }
        }
        #expect(courier.ids(dead).count <= 4)
        #expect(try store.countDeliveries(of: dead, in: .waiting) >= 1_024)
        #expect(try store.journalFaults() == [])
    }

    @Test func runServesUntilItIsToldToEnd() async throws {
        try store.listen()
        let pauses = Kept<Void>()
        let courier = StubCourier { _, _ in .status(204) }
        let dispatcher = dispatcher(courier)
        let running = Task { [store] in
            await dispatcher.run(
                pause: {
                    pauses.add(())
                    if pauses.all.count == 3 { try store.happen(to: "X1") }
                    try await Task.sleep(for: .milliseconds(1))
                }, report: { Issue.record($0) })
        }
        while courier.sent.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        running.cancel()
        await running.value
        #expect(courier.sent.map(\.place) == ["W1-2-0"])
    }

    @Test func replayBringsTheSameMessagesAgain() async throws {
        let subscription = try store.listen()
        try store.happen(to: "X1", "X2", "X3")
        let courier = StubCourier { delivery, _ in delivery.subject == "X2" ? .status(410) : .status(204) }
        var limits = Dispatcher.Limits()
        limits.inFlight = 1
        _ = try await dispatcher(courier, limits: limits).turn()
        #expect(try state("W1-3-0") == .dead)
        var revived = try #require(try store.subscription(subscription.id))
        revived.state = .active
        try store.change(revived, .resumed, by: ada, at: noon)
        let replay = Replay(store: store, by: ada, now: noon)
        #expect(try replay.dead(of: revived) == 1)
        let well = StubCourier { _, _ in .status(204) }
        _ = try await dispatcher(well).turn()
        #expect(well.sent.contains { $0.place == "W1-3-0" && $0.body == courier.sent[1].body })
        #expect(try replay.entries(2...4, of: revived) == 3)
        #expect(try replay.one(try #require(try store.delivery(at: "W1-5-0")), of: revived))
        let again = StubCourier { _, _ in .status(204) }
        _ = try await dispatcher(again).turn()
        for id in ["W1-2-0", "W1-3-0", "W1-4-0", "W1-5-0"] {
            let bodies = (courier.sent + well.sent + again.sent).filter { $0.place == id }.map(\.body)
            #expect(bodies.count >= 2 && Set(bodies).count == 1, "\(id)")
        }
        #expect(try store.history(of: "W1").map(\.event.detail.place).suffix(3) == ["dead", "2-4", "W1-5-0"])
        #expect(try store.journalFaults() == [])
    }

    @Test func secretsAreInNothingThatIsKeptOrSaid() async throws {
        let canary = "canary-canary-canary-canary"
        let secret = try #require(SigningSecret(key: Array(canary.utf8)))
        let path = "https://hooks.example.com/T0/\(canary)"
        var subscription = try store.listen(at: path, secrets: [secret])
        try store.happen(to: "X1")
        let courier = StubCourier { _, _ in .status(500) }
        _ = try await dispatcher(courier).turn()
        subscription = try #require(try store.subscription(subscription.id))
        subscription.state = .paused
        try store.change(subscription, .paused, by: ada, at: noon)
        var said = "\(subscription.secrets) \(try TargetURL(path)) \(courier.sent)"
        dump(subscription.secrets, to: &said)
        dump(try store.events(), to: &said)
        dump(try store.deliveries(of: nil, in: nil, limit: 99), to: &said)
        for text in [canary, secret.text, String(secret.text.dropFirst(6)), secret.key.hexadecimal] {
            #expect(!said.contains(text))
        }
    }

    // MARK: Digests

    @Test func digestLeavesOnceADayHoweverOftenItBeginsAnew() async throws {
        let id = try store.listen(.mail, at: "ops@example.com", filter: EventFilter(verbs: [])).id
        let made = Kept<String>()
        let digests = DigestPost(
            [DigestSchedule(name: "morning", second: 15 * 3_600, days: [.monday], receivers: [id, SubscriptionID(9)])],
            zone: .utc
        ) { name, _ in
            made.add(name)
            return Digest(mail: MailText(subject: "Morning", text: "5 to do"), json: "{}")
        }
        let courier = StubCourier { _, _ in .status(250) }
        // Monday, 14:13:20.
        _ = try await dispatcher(courier, digests: digests).turn()
        #expect(courier.sent.isEmpty)
        hands.move(bySeconds: 2_800)
        for _ in 0..<3 {
            _ = try await dispatcher(courier, digests: digests).turn()
            hands.move(bySeconds: 3_600)
        }
        #expect(courier.sent.map(\.id) == ["W1-morning-2026-09-21"])
        #expect(courier.sent.map(\.body) == [#"{"subject":"Morning","text":"5 to do"}"#])
        #expect(made.all == ["morning"])
        hands.move(bySeconds: 86_400)
        _ = try await dispatcher(courier, digests: digests).turn()
        #expect(courier.sent.count == 1, "Tuesday has none")
        hands.move(bySeconds: 6 * 86_400)
        _ = try await dispatcher(courier, digests: digests).turn()
        #expect(courier.sent.map(\.id) == ["W1-morning-2026-09-21", "W1-morning-2026-09-28"])
    }
}

extension DispatcherTests {
    private struct Broken: Error {}

    @Test func digestThatCannotBeMadeHoldsUpNoEvents() async throws {
        let id = try store.listen().id
        try store.happen(to: "X1")
        let everyDay = DigestSchedule(name: "morning", second: 0, days: [.monday], receivers: [id])
        let courier = StubCourier { _, _ in .status(204) }
        let broken = DigestPost([everyDay], zone: .utc) { _, _ in throw Broken() }
        await #expect(throws: Broken.self) { try await dispatcher(courier, digests: broken).turn() }
        #expect(courier.ids(id) == ["W1-2-0"])
        let nothing = DigestPost([everyDay], zone: .utc) { _, _ in nil }
        #expect(try await dispatcher(courier, digests: nothing).turn() == Dispatcher.Tally())
    }

    @Test func whatIsLongDeliveredIsForgotten() async throws {
        try store.listen()
        try store.happen(to: "X1")
        let courier = StubCourier { _, _ in .status(204) }
        _ = try await dispatcher(courier).turn()
        hands.move(bySeconds: 44 * 86_400)
        _ = try await dispatcher(courier).turn()
        #expect(try state("W1-2-0") == .delivered)
        hands.move(bySeconds: 2 * 86_400)
        _ = try await dispatcher(courier).turn()
        #expect(try state("W1-2-0") == nil)
        #expect(courier.sent.count == 1)
    }
}

/// Holds up whoever waits until somebody opens it.
private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
