import FlywheelKit
import FlywheelStore
import Testing

extension Bench {
    func queueIsPagedInOrder() throws {
        var turn = try begin()
        let ids = try stage((0..<120).map { fingerprint("K\($0)") }, in: &turn)
        try queue(ids[..<100].reversed(), in: turn)
        try queue(Array(ids[100...]), in: turn, lane: .unpriced)
        try store.publish(turn)
        var paged: [ExceptionID] = []
        var position = 0
        while let page = try? store.queue(.active, after: position, limit: 30), let last = page.last {
            #expect(page.map(\.row.position) == Array(position + 1...position + page.count))
            paged += page.map(\.exception.id)
            position = last.row.position
        }
        #expect(paged == ids[..<100].reversed())
        let unpriced = try store.queue(.unpriced, after: 0, limit: 1_000)
        #expect(unpriced.map(\.exception.id) == Array(ids[100...]))
        #expect(unpriced.allSatisfy { $0.row.atRisk == nil && $0.row.lane == .unpriced })
        #expect(try store.openCounts() == [.active: 100, .unpriced: 20])
        #expect(try store.queue(.actNow, after: 0, limit: 9).isEmpty)
    }

    func queueIsStagedInAnyOrder() throws {
        var turn = try begin()
        let ids = try stage((0..<2_500).map { fingerprint("K\($0)") }, in: &turn)
        let rows = ids.enumerated().map { index, id in
            let lane = QueueRow.Lane.allCases[index % 3]
            let position = 2_500 - index
            return QueueRow(
                exception: id, lane: lane, position: position, atRisk: index % 7 == 0 ? nil : Int64(index) - 9,
                tier: index % 5 == 0 ? nil : Tier.allCases[index % 3],
                terms: index % 2 == 0 ? nil : Array("\(index)".utf8))
        }
        try store.stage(Array(rows[1_000...]), for: turn.rotation.id)
        try store.stage(Array(rows[..<1_000]), for: turn.rotation.id)
        try store.publish(turn)
        for lane in QueueRow.Lane.allCases {
            let expected = rows.filter { $0.lane == lane }.sorted { $0.position < $1.position }
            #expect(try store.queue(lane, after: 0, limit: .max).map(\.row) == expected)
            #expect(try lines(lane, 1...9_999) == store.queue(lane, after: 0, limit: .max).map(\.line))
            let pieces = try stride(from: 1, to: 2_600, by: 800).flatMap { try lines(lane, $0...$0 + 799) }
            #expect(pieces.map(\.row) == expected)
            let tierA = try lines(lane, 1_000...2_000) { $0.tier == .a }
            #expect(
                tierA.map(\.row) == expected.filter { (1_000...2_000).contains($0.position) && $0.tier == .a })
            let middle = expected.filter { $0.position > 1_234 }.prefix(7)
            #expect(try store.queue(lane, after: 1_234, limit: 7).map(\.row) == Array(middle))
        }
        for index in stride(from: 0, to: rows.count, by: 61) {
            let entry = try #require(try store.place(of: ids[index]))
            #expect(entry.row == rows[index] && entry.exception.id == ids[index])
            #expect(entry.terms == rows[index].terms ?? entry.exception.termsAtOpen)
        }
    }

    func linesSayWhoseTheyAreAndWhere() throws {
        let subjects = ["north", "west", "süd"].flatMap { account in
            ["ATVPDKIKX0DER", "A1PA6795UKMFR9", "walmart"].map { marketplace in
                Subject(.listing, account: account, marketplace: marketplace, code: "K1")
            }
        }
        let fingerprints = subjects.flatMap { subject in
            ["suppressions", "inventory"].map { Fingerprint(workflow: $0, kind: "out", subject: subject) }
        }
        var turn = try begin()
        let ids = try stage(fingerprints, in: &turn)
        try queue(ids.reversed(), in: turn)
        try store.publish(turn)
        #expect(try lines(.active, 1...99).map(\.family) == fingerprints.reversed().map(FingerprintFamily.init))
        var own: [FingerprintFamily] = []
        _ = try store.readQueue(.active, of: ["west"], 1...99, where: { _ in true }) { own.append($0.family) }
        #expect(own == fingerprints.reversed().map(FingerprintFamily.init).filter { $0.account == "west" })
    }

    /// The lines of a lane between two positions; it goes on behind them where a page of it does.
    private func lines(
        _ lane: QueueRow.Lane, _ positions: ClosedRange<Int>, where takes: (QueueRow) -> Bool = { _ in true }
    ) throws -> [QueueLine] {
        var lines: [QueueLine] = []
        let goesOn = try store.readQueue(lane, of: nil, positions, where: takes) { lines.append($0) }
        #expect(goesOn == !(try store.queue(lane, after: positions.upperBound, limit: 1).isEmpty))
        return lines
    }

    func closesDuringARotationAreNotCounted() throws {
        let ids = try open("K1", "K2", "K3")
        let turn = try begin()
        try queue(ids, in: turn)
        try change(ids[0], to: .verifying, .closed)
        try change(ids[1], to: .verifying, .closed)
        try change(ids[1], to: .active, .reopened)
        #expect(try store.openCounts() == [.active: 2])
        try store.publish(turn)
        #expect(try store.openCounts() == [.active: 2])
        #expect(try store.queue(.active, after: 0, limit: 9).map(\.exception.id) == [ids[1], ids[2]])
        let next = try begin()
        try queue(Array(ids[1...]), in: next)
        try store.publish(next)
        #expect(try store.openCounts() == [.active: 2])
    }

    func closedExceptionsLeaveTheQueue() throws {
        let ids = try open("K1", "K2", "K3", "K4")
        try change(ids[0], to: .verifying, .closed)
        try change(ids[2], to: .cleared, .cleared)
        #expect(try store.queue(.active, after: 0, limit: 1).map(\.exception.id) == [ids[1]])
        #expect(try store.queue(.active, after: 2, limit: 9).map(\.exception.id) == [ids[3]])
        #expect(try store.openCounts() == [.active: 2])
        #expect(try store.place(of: ids[0])?.row.position == 1, "it still stands where it stood")
        try change(ids[0], to: .notFixed, .notFixed)
        #expect(try store.openCounts() == [.active: 3])
    }

    func placesFollowTheProduct() throws {
        try keep(draft("a"), factRows(["K1", "K2"], ["P1", "P1"]))
        var turn = try begin()
        let ids = try stage(
            [fingerprint("K2"), fingerprint("P1", .product), fingerprint("K1"), fingerprint("P2", .product)], in: &turn)
        try queue(ids, in: turn)
        try store.publish(turn)
        #expect(try store.places(on: fingerprint("K1").subject).map(\.exception.id) == [ids[1], ids[2]])
        #expect(try store.places(on: fingerprint("P1", .product).subject).map(\.exception.id) == [ids[1]])
        #expect(try store.places(on: fingerprint("K9").subject).isEmpty)
    }

    func exceptionsOfASubjectAreOpenAndEnded() throws {
        let first = try open("K1", "K2")
        try change(first[0], to: .cleared, .cleared)
        let second = try open("K1")
        var turn = try begin()
        _ = try stage([fingerprint("K1", .product)], in: &turn)
        #expect(try store.exceptions(on: fingerprint("K1").subject).map(\.id) == [first[0], second[0]])
        try store.publish(turn)
        let found = try store.exceptions(on: fingerprint("K1").subject)
        #expect(found.map(\.id) == [first[0], second[0]] && found.map(\.state) == [.cleared, .active])
        #expect(try store.exceptions(on: fingerprint("K9").subject).isEmpty)
    }

    func newRotationReplacesTheQueue() throws {
        let ids = try open("K1", "K2")
        let turn = try begin(at: noon.advanced(byDays: 1))
        try queue([ids[1]], in: turn, lane: .actNow)
        #expect(try store.queue(.active, after: 0, limit: 9).count == 2)
        try store.publish(turn)
        #expect(try store.currentRotation() == turn.rotation)
        #expect(try store.queue(.active, after: 0, limit: 9).isEmpty)
        #expect(try store.queue(.actNow, after: 0, limit: 9).map(\.exception.id) == [ids[1]])
        #expect(try store.place(of: ids[0]) == nil)
        #expect(try store.openCounts() == [.actNow: 1])
    }

    func membersAreThoseOfOneParent() throws {
        let ids = try open("K1", "K2", "K3", "K4")
        for child in ids[1...2] {
            var exception = try exception(child)
            exception.parent = ids[0]
            exception.predicted = noon
            exception.cameTrue = noon.advanced(byDays: 1)
            exception.orderArrives = noon.advanced(byDays: 3)
            try store.change(
                exception, expecting: exception.version, event: JournalEvent(.joined, child.description), by: person,
                at: noon)
        }
        var turn = try begin()
        turn.change(try exception(ids[1]), to: .cleared, .cleared)
        try store.publish(turn)
        #expect(try store.members(of: ids[0]).map(\.id) == Array(ids[1...2]))
        #expect(try store.members(of: ids[0]).map(\.state) == [.cleared, .active])
        #expect(try store.members(of: ids[3]).isEmpty)
        let kept = try exception(ids[1])
        #expect(kept.parent == ids[0] && kept.predicted == noon && kept.cameTrue == noon.advanced(byDays: 1))
        #expect(kept.orderArrives == noon.advanced(byDays: 3))
    }

    func dismissedGoesOnUntilItIsOver() throws {
        let ids = try open("K1", "K2", "K3")
        var turn = try begin()
        turn.change(try exception(ids[0]), to: .dismissed, .dismissed)
        turn.change(try exception(ids[1]), to: .dismissed, .dismissed)
        turn.change(try exception(ids[2]), to: .cleared, .cleared)
        #expect(try store.dismissedExceptions().isEmpty, "nothing is published yet")
        try store.publish(turn)
        #expect(try store.dismissedExceptions() == ids[..<2].map { try exception($0) })
        try store.publish(try begin())
        #expect(try store.dismissedExceptions().map(\.id) == Array(ids[..<2]))
        turn = try begin()
        turn.over = [ids[0]]
        try store.publish(turn)
        #expect(try store.dismissedExceptions().map(\.id) == [ids[1]])
        #expect(try exception(ids[0]).state == .dismissed, "what a person said of it stays")
    }

    func lastFinalIsTheNewest() throws {
        let first = try open("K1", "K2")
        try change(first[0], to: .cleared, .cleared)
        let second = try open("K1")
        #expect(try store.lastFinal(of: [fingerprint("K1")])[fingerprint("K1")]?.id == first[0])
        try change(second[0], to: .verifying, .closed)
        #expect(try store.lastFinal(of: [fingerprint("K1")])[fingerprint("K1")]?.id == first[0])
        try change(second[0], to: .verified, .verified)
        let found = try store.lastFinal(of: ["K1", "K2", "K3"].map { fingerprint($0) })
        #expect(found.mapValues(\.id) == [fingerprint("K1"): second[0]])
    }

    func outcomesNeverChange() throws {
        let ids = try open("K1", "K2")
        var turn = try begin()
        turn.change(try exception(ids[0]), to: .cleared, .cleared)
        turn.outcomes = [outcome(of: ids[0])]
        try store.publish(turn)
        var again = try begin()
        again.change(try exception(ids[1]), to: .cleared, .cleared)
        again.outcomes = [outcome(of: ids[1]), outcome(of: ids[0], .noise)]
        #expect(throws: StoreError.refused("\(ids[0]) has an outcome already; outcomes never change")) {
            try self.store.publish(again)
        }
        #expect(try store.outcomes() == [outcome(of: ids[0])])
        #expect(try exception(ids[1]).state == .active)
    }

    func whatReturnsHasNotEnded() throws {
        let first = try open("K1", "K2")
        try finish(first[0], first[1])
        let second = try open("K1")
        try finish(second[0])
        let left = try store.outcomes()

        var turn = try begin()
        for id in [first[1], second[0]] { turn.change(try exception(id), to: .active, .returned) }
        turn.returned = [first[1], second[0]]
        try queue([second[0], first[1]], in: turn)
        try store.publish(turn)
        for _ in 0..<2 {
            #expect(try store.outcomes() == left.filter { $0.exception == first[0] })
            #expect(try store.outcomeIDs()?.count == 1)
            #expect(try store.unfinishedExceptions().map(\.id) == [first[1], second[0]])
            let names = [fingerprint("K1"), fingerprint("K2")]
            #expect(try store.lastFinal(of: names).mapValues(\.id) == [names[0]: first[0]])
            #expect(try store.queue(.active, after: 0, limit: 9).map(\.exception.id) == [second[0], first[1]])
            #expect(try store.journalFaults().isEmpty)
            try reopen()
        }
        try finish(second[0])
        #expect(try store.outcomes().map(\.exception) == [first[0], second[0]], "it may end again")
    }

    /// Ends exceptions in one turn, each with an outcome.
    private func finish(_ ids: ExceptionID...) throws {
        var turn = try begin()
        for id in ids { turn.change(try exception(id), to: .cleared, .cleared) }
        turn.outcomes = ids.map { outcome(of: $0) }
        try store.publish(turn)
    }

    func termsAtOpenAreTheFirst() throws {
        let ids = try open("K1")
        let opened = try #require(try store.currentRotation()?.id)
        let lost = try begin()
        try queue(ids, in: lost)
        let turn = try begin(at: noon.advanced(byDays: 1))
        try queue(ids, in: turn)
        try store.publish(turn)
        #expect(try exception(ids[0]).termsAtOpen == Array("\(opened) \(ids[0])".utf8))
        #expect(try store.place(of: ids[0])?.terms == Array("\(turn.rotation.id) \(ids[0])".utf8))
    }

    func learningIsReplaced() throws {
        var turn = try begin()
        turn.learned = [StageState(workflow: "b", model: "1"), StageState(workflow: "a", model: "2", record: "3")]
        try store.publish(turn)
        #expect(try store.stageStates() == turn.learned.reversed())
        var next = try begin()
        next.learned = [StageState(workflow: "b", record: "4")]
        try store.publish(next)
        #expect(try store.stageStates() == [turn.learned[1], next.learned[0]])
    }

    func tiersAreOfTheLastRotation() throws {
        func tiers(_ count: Int, _ tier: String) -> [TierColumn] {
            (0..<Int64(count)).map {
                TierColumn(chunk: $0, tiers: Values([tier, nil]), since: Values([Day(epochDays: Int32($0) - 5), nil]))
            }
        }
        var turn = try begin()
        turn.tiers = tiers(90, "A")
        try store.publish(turn)
        #expect(try store.tiers() == turn.tiers)
        var next = try begin()
        next.tiers = tiers(3, "B")
        try store.publish(next)
        #expect(try store.tiers() == next.tiers)
    }
}
