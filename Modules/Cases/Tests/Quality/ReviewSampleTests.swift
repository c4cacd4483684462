import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct ReviewSampleTests {
    private static let team = ["ana", "ben", "mia", "zoe"]

    private func cases(_ count: Int, seed: UInt64 = 1) -> [CaseTimeline] {
        var random = SplitMix64(seed: seed)
        let all = (0..<count).map { index in
            let owner = Self.team[Int(random.uniform() * 4)]
            let writer = Self.team[Int(random.uniform() * 4)]
            return Matters.made(
                "\(index)",
                [(0, .opened), (1, .owner(owner)), (2, Matters.answered(1, by: writer)), (3, .state(.solved))])
        }
        return Matters.read(all, at: 9)
    }

    private func sample(
        _ cases: [CaseTimeline], seed: UInt64 = 7, random: Int = 10, weighted: Int = 5,
        weight: (CaseTimeline) -> Double = { _ in 1 }
    ) -> ReviewSample {
        ReviewSample(
            of: cases, random: random, weighted: weighted, doubled: 4, reviewers: Self.team, seed: seed,
            weights: cases.map(weight))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func nobodyReviewsTheirOwnWork(seed: UInt64) {
        let cases = cases(60, seed: seed)
        let reviews = sample(cases, seed: seed).reviews
        #expect(Set(reviews.map(\.index)).count == 15)
        for review in reviews {
            #expect(cases[review.index].matter.people.isDisjoint(with: review.reviewers))
            #expect(Set(review.reviewers).count == review.reviewers.count)
        }
        #expect(reviews.prefix(4).allSatisfy { $0.reviewers.count == 2 })
        #expect(reviews.filter { $0.reason == .random }.count == 10)
    }

    @Test func workIsSharedOut() {
        let load = Dictionary(
            grouping: sample(cases(200), random: 40, weighted: 0).reviews.flatMap(\.reviewers), by: \.self)
        let counts = Self.team.map { load[$0]?.count ?? 0 }
        #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 3, "\(counts)")
    }

    @Test func whereEverybodyHadAPartNobodyLooks() throws {
        let all = Matters.made([
            (0, .opened), (1, .owner("ana")), (2, .owner("ben")), (3, .owner("mia")), (4, .owner("zoe")),
            (5, .state(.solved)),
        ])
        let review = try #require(sample(Matters.read([all], at: 9)).reviews.first)
        #expect(review.reviewers.isEmpty)
    }

    @Test func theOrderOfTheListDoesNotDecide() {
        let cases = cases(60)
        let names = sample(cases).reviews.map { cases[$0.index].matter.code }
        let turned = Array(cases.reversed())
        #expect(sample(turned).reviews.map { turned[$0.index].matter.code } == names)
        #expect(sample(cases, seed: 8).reviews.map { cases[$0.index].matter.code } != names)
    }

    @Test func whatHangsOnACaseMakesItLikelier() {
        let cases = cases(100)
        var heavy = 0
        for seed in 1...300 {
            let reviews = sample(cases, seed: UInt64(seed), random: 0, weighted: 1) { item in
                item.matter.code == "17" ? 99 : 1
            }.reviews
            heavy += reviews.count { cases[$0.index].matter.code == "17" }
        }
        // Ninety-nine of 198 parts.
        #expect((120...180).contains(heavy), "\(heavy) of 300")
        #expect(sample(cases, random: 0, weighted: 5) { _ in 0 }.reviews.isEmpty)
    }

    @Test func sumsOfTwoCurrenciesAreNotAddedUp() throws {
        func staked(_ code: String, _ sums: [Money]) -> Case {
            var matter = Matters.made(code, [(0, .opened)])
            matter.stakes = sums.map { Stake(.refund, $0, source: "order") }
            return matter
        }
        let cases = try [
            staked("1", [euros(500), euros(700)]), staked("2", [euros(100), dollars(9_000)]),
            staked("3", [dollars(50)]),
            staked("4", []), staked("5", [euros(300)]),
        ]
        #expect(ReviewSample.weights(of: Matters.read(cases, at: 9)) == [1_200, 100, 300, 0, 300])
        #expect(ReviewSample.weights(of: []).isEmpty)
    }

    @Test func everyCaseIsAsLikelyAsAnyOther() {
        let cases = cases(20)
        var counts = [Int](repeating: 0, count: 20)
        for seed in 1...1_000 {
            for review in sample(cases, seed: UInt64(seed), random: 5, weighted: 0).reviews {
                counts[review.index] += 1
            }
        }
        #expect(counts.allSatisfy { (200...300).contains($0) }, "\(counts)")
    }

    @Test func agreementIsOfTwoPeoplesLastWords() throws {
        func reviewed(_ code: String, _ verdicts: [(String, String)]) throws -> Case {
            var matter = Matters.made(code, [(0, .opened), (1, .owner("leo")), (2, .state(.solved))])
            for (hour, (name, verdict)) in verdicts.enumerated() {
                try matter.review(verdict, by: name, at: Matters.hour(Int64(3 + hour)))
            }
            return matter
        }
        let cases = try [
            reviewed("1", [("ana", "wrong"), ("ana", "good"), ("ben", "good")]),
            reviewed("2", [("ana", "wrong"), ("ben", "good")]), reviewed("3", [("ana", "good")]),
            reviewed("4", [("mia", "wrong"), ("zoe", "wrong"), ("ana", "good")]), reviewed("5", []),
        ]
        let found = ReviewSummary(Matters.read(cases, at: 20))
        #expect(found.reviewed == 4 && found.twice == 3)
        #expect(found.verdicts.map(\.name) == ["good", "wrong"] && found.verdicts.map(\.cases) == [2, 2])
        let kappa = try #require(found.agreement)
        #expect(kappa.count == 3 && abs(kappa.agreement - 2.0 / 3) < 1e-12)
        #expect(ReviewSummary([]).agreement == nil)
    }

    @Test func whoHadACaseIsRefusedAsItsReviewer() {
        var matter = Matters.made([(0, .opened), (1, .owner("ana")), (2, Matters.answered(1, by: "ben"))])
        for name in ["ana", "ben"] {
            #expect(throws: ReviewError.ownWork(name)) { try matter.review("good", by: name, at: Matters.hour(3)) }
        }
        // Having looked once is no part in the case.
        #expect(throws: Never.self) {
            try matter.review("good", by: "zoe", at: Matters.hour(3))
            try matter.review("wrong", by: "zoe", at: Matters.hour(4))
        }
    }
}
