import Cases
import FlywheelKit
import Testing

@Suite struct DisputePropertyTests {
    let start = Instant(seconds: 1_763_000_000)

    /// Random moves, most of them illegal, at random hours, on every kind of dispute and from every side's desk.
    @Test(arguments: 0..<100) func randomMovesAgreeWithASlowSecondReading(seed: UInt64) throws {
        var random = DisputeRandom(seed: seed)
        let isEscrow = Int.random(in: 0...2, using: &random) == 0
        let rules = try #require(
            isEscrow ? DisputeRules.standard(.escrow) : DisputeRules.standard.randomElement(using: &random))
        let desk = try #require(Side.allCases.randomElement(using: &random))
        let stake = Int64.random(in: 2...9, using: &random)
        let amount = try euros(stake)
        let terms = DisputeTerms(rules, reason: "r", desk: desk, amount: amount)
        var ours = Case(source: "mail", code: "1", account: "acme")
        try ours.dispute(.opened(terms), at: start, by: .person("mia"))
        var slow = SlowDispute(terms, start: start, stake: stake, currency: amount.currency)
        var hour = 0
        var legal = 0
        for number in 1...80 {
            hour +=
                Int.random(in: 0...9, using: &random) == 0
                ? Int.random(in: 0...400, using: &random) : Int.random(in: 0...9, using: &random)
            let now = start.advanced(bySeconds: Int64(hour) * 3_600)
            let dispute = try #require(ours.disputes(at: now).last)
            let move = try randomMove(Int64(number), hour: hour, dispute, &random)
            let isLegal = slow.accepts(move, at: hour)
            legal += isLegal ? 1 : 0
            do throws(DisputeError) {
                try ours.dispute(move, at: now, by: .person("mia"))
                #expect(isLegal, "made \(move) in \(dispute.stage)")
            } catch {
                #expect(!isLegal, "refused \(move) in \(dispute.stage): \(error)")
            }
            var ticked = slow
            ticked.tick(to: hour)
            try agree(try #require(ours.disputes(at: now).last), ticked)
        }
        #expect(legal > 0)
    }

    private func agree(_ dispute: Dispute, _ slow: SlowDispute) throws {
        func hours(_ at: Instant) -> Int { Int(at.seconds - start.seconds) / 3_600 }
        #expect(dispute.stage == slow.stage)
        #expect(hours(dispute.entered) == slow.entered)
        #expect(dispute.deadline.map(hours) == slow.end)
        #expect(dispute.rulings.map(\.outcome.code) == slow.outcomes)
        #expect(dispute.appeals == slow.appeals)
        #expect(dispute.amount == (try euros(slow.stake)))
        #expect((dispute.held?.minorUnits ?? 0) == slow.holds.map(\.left).reduce(0, +))
        #expect((dispute.paid?.minorUnits ?? 0) == slow.toClaimant)
        #expect((dispute.paid?.minorUnits ?? 0) <= slow.stake)
        #expect((dispute.held?.minorUnits ?? 0) <= slow.stake)
        if !slow.stage.isPending { #expect(dispute.award == (try euros(slow.award))) }
        for escrow in dispute.escrows {
            #expect(escrow.hold.authority != .deadline && escrow.hold.authority != .claimant)
            for release in escrow.releases where release.authority == .deadline {
                #expect(release.at == escrow.hold.until)
            }
        }
    }

    private func randomMove(
        _ number: Int64, hour: Int, _ dispute: Dispute, _ random: inout DisputeRandom
    ) throws -> DisputeMove {
        func any<Value>(_ values: [Value], _ random: inout DisputeRandom) throws -> Value {
            try #require(values.randomElement(using: &random))
        }
        let party = try any(DisputeParty.allCases, &random)
        let cents = Int64.random(in: 0...6, using: &random)
        let sum = Int.random(in: 0...19, using: &random) == 0 ? try dollars(cents) : try euros(cents)
        let later = start.advanced(bySeconds: Int64(hour + Int.random(in: -2...900, using: &random)) * 3_600)
        let deadline = Int.random(in: 0...3, using: &random) == 0 ? later : nil
        switch Int.random(in: 0...15, using: &random) {
        case 0: return .amount(sum)
        case 1, 2: return .evidence(Evidence(.photo, by: party, reference: cents == 0 ? "" : "M1"))
        case 3, 4:
            let moves = dispute.terms.rules.rules(of: dispute.stage)?.moves ?? []
            if let move = moves.randomElement(using: &random), Bool.random(using: &random) {
                return .moved(to: move.to, by: move.by, deadline: deadline)
            }
            return .moved(to: try any(DisputeStage.allCases, &random), by: party, deadline: deadline)
        case 5, 6:
            let outcomes: [Ruling.Outcome] = [.upheld, .denied, .withdrawn, .partly(award: sum)]
            let outcome = try any(outcomes, &random)
            return .decided(
                outcome, by: party,
                authority: try authority(number, .decided(outcome, by: party, authority: .deadline), dispute, &random))
        case 7: return .appealed(by: party, deadline: deadline)
        case 8, 12, 13:
            let hold = EscrowHold(
                sum, rule: "r", reason: cents == 1 ? "" : "r", until: later, then: party, authority: .deadline)
            return .held(
                EscrowHold(
                    sum, rule: "r", reason: hold.reason, until: later, then: party,
                    authority: try authority(number, .held(hold), dispute, &random)))
        case 9, 10, 14:
            let index = Int.random(in: 0...2, using: &random)
            let release = EscrowRelease(of: index, sum, to: party, authority: .deadline)
            return .released(
                EscrowRelease(
                    of: index, sum, to: party,
                    authority: try authority(number, .released(release), dispute, &random)))
        case 11: return Int.random(in: 0...5, using: &random) == 0 ? .withdrawn : .lapsesNoted
        default: return .paid(sum, reference: "R1")
        }
    }

    /// Mostly what the move takes, now and then something else.
    private func authority(
        _ number: Int64, _ move: DisputeMove, _ dispute: Dispute, _ random: inout DisputeRandom
    ) throws -> Authority {
        switch Int.random(in: 0...9, using: &random) {
        case 0: return .deadline
        case 1: return .outside(reference: "")
        case 2, 3, 4: return .outside(reference: "A1")
        case 5:
            let type = try #require(DecisionType.allCases.randomElement(using: &random))
            return try decision(max(1, number - 1), type, euros(Int64.random(in: 0...9, using: &random)))
        default:
            let weight = dispute.weight(of: move)
            let used = dispute.decisions.sorted().randomElement(using: &random)
            let isAgain = Int.random(in: 0...5, using: &random) == 0
            return try decision(isAgain ? used ?? number : number, weight?.type ?? .hold, weight?.amount)
        }
    }
}
