import FlywheelKit
import Testing

@testable import Assessment

/// Every metric of a few problems, worked out by hand.
@Suite struct MetricGoldenTests {
    func value(
        _ metric: Metric, of problems: [Problem], days: Int = 56, turns: [TurnMeasures]? = nil
    ) throws -> MetricValue {
        var history = try Years.quiet(days: days)
        history.problems = problems
        history.turns = turns ?? history.turns
        let reader = MetricReader(history)
        let window = MetricWindow(after: history.until.advanced(byDays: -Double(days)), through: history.until)
        return reader.value(of: metric, in: window)
    }

    func fixed(_ id: Int64, seen: Double, ended: Double, _ change: (inout Problem) -> Void = { _ in })
        -> Problem
    {
        Years.problem(id, seen: seen) {
            $0.claimed = Years.day(seen)
            $0.worker = 0
            $0.ended = Years.day(ended)
            $0.closer = 0
            $0.isVerified = true
            $0.verified = Years.day(ended + 1)
            $0.verdict = .actionable
            change(&$0)
        }
    }

    @Test func detectionCountsKnownOnsetsOnly() throws {
        let found = try value(
            .timeToDetection,
            of: [
                Years.problem(1, seen: 3) { $0.onset = Years.day(1) },
                Years.problem(2, seen: 3) { $0.onset = Years.day(2) },
                Years.problem(3, seen: 3) { $0.onset = Years.day(2.5) },
                Years.problem(4, seen: 3),
                Years.problem(5, seen: 3) {
                    $0.predicted = Years.day(3)
                    $0.onset = Years.day(9)
                },
            ])
        #expect(found.value == 24 && found.count == 3 && found.apart == 2)
    }

    @Test func aMetricWithoutItsInputIsNotMeasuredAndNotZero() throws {
        let found = try value(.timeToDetection, of: [Years.problem(1, seen: 3)])
        #expect(found.value == nil && found.gap == .notMeasured && found.apart == 1)
        #expect(try value(.revenuePerOperator, of: [], turns: []).gap == .notMeasured)
        #expect(try value(.foundLate, of: []).gap == .nothingHappened)
    }

    @Test func whatTakesHoursThatNobodySaidNamesThem() throws {
        var turn = TurnMeasures(id: 1, at: Years.day(1))
        (turn.weekRevenue, turn.listings) = (1_000, 10)
        for metric in [Metric.revenuePerOperator, .listingsPerOperator, .problemsPerOperator] {
            let gap = try #require(try value(metric, of: [], turns: [turn]).gap)
            #expect(gap == .hoursUnknown && gap.advice == StaffedHours.advice, "\(metric)")
        }
        #expect(try value(.demandPerListing, of: [], turns: [turn]).gap == .notMeasured)
        turn.staffHours = 40
        #expect(try value(.revenuePerOperator, of: [], turns: [turn]).value == 1_000)
        turn.weekRevenue = nil
        #expect(try value(.revenuePerOperator, of: [], turns: [turn]).gap == .notMeasured, "it is the sales then")
    }

    @Test func whatPeopleFindWasFoundLate() throws {
        let found = try value(
            .foundLate,
            of: (1...4).map { id in Years.problem(id, seen: 2) { $0.source = id == 1 ? .person : .stage } })
        #expect(found.value == 0.25 && found.count == 4)
    }

    @Test func openProblemsKeepTheMedianResolutionHonest() throws {
        // 1✓ 2✓ 2○ 4✓ 7○ 9✓ 15○ days: the product-limit estimate is 0.857, 0.714, 0.536, 0.268, so half ended by day 9.
        let lengths: [(Double, Bool)] = [
            (1, true), (2, true), (2, false), (4, true), (7, false), (9, true), (15, false),
        ]
        let problems = lengths.enumerated().map { place, length in
            length.1
                ? fixed(Int64(place), seen: 30 - length.0, ended: 30) : Years.problem(Int64(place), seen: 30 - length.0)
        }
        #expect(try value(.timeToResolution, of: problems, days: 30).value == 9 * 24)
    }

    @Test func whatClearsItselfIsApartAndNoResolution() throws {
        let found = try value(
            .timeToResolution,
            of: [
                fixed(1, seen: 1, ended: 3),
                Years.problem(2, seen: 1) {
                    $0.ended = Years.day(2)
                    $0.verdict = .selfCleared
                },
            ])
        #expect(found.value == 48 && found.count == 1 && found.apart == 1)
    }

    @Test func waitingForAnOwnerCountsWhileItLasts() throws {
        let claimed = Years.problem(1, seen: 50) { $0.claimed = Years.day(50.5) }
        #expect(try value(.timeToOwn, of: [claimed]).value == 12)
        let found = try value(.timeToOwn, of: [claimed, Years.problem(2, seen: 50), Years.problem(3, seen: 50)])
        #expect(found.value == nil && found.gap == .tooEarly && found.censored == 2)
    }

    @Test func aHeroOwnedWithinADayIsOwnedInTime() throws {
        func hero(_ id: Int64, seen: Double, claimed: Double? = nil, ended: Double? = nil) -> Problem {
            Years.problem(id, seen: seen) {
                $0.tier = .a
                $0.claimed = claimed.map(Years.day)
                $0.ended = ended.map(Years.day)
            }
        }
        let found = try value(
            .ownedInTime,
            of: [
                hero(1, seen: 1, claimed: 2), hero(2, seen: 1, claimed: 2.01), hero(3, seen: 1),
                hero(4, seen: 1, ended: 1.5),
                hero(5, seen: 55.5, claimed: 55.6), Years.problem(6, seen: 1) { $0.tier = .b },
            ])
        #expect(found.value == 1.0 / 3 && found.count == 3 && found.apart == 1 && found.censored == 1)
    }

    @Test func anOverdueProblemMissesItsDueTimeWhileItIsOpen() throws {
        func due(_ id: Int64, _ change: (inout Problem) -> Void) -> Problem {
            Years.problem(id, seen: 1) {
                $0.due = Years.day(5)
                change(&$0)
            }
        }
        let found = try value(
            .dueMet,
            of: [
                due(1) { _ in },
                due(2) {
                    $0.ended = Years.day(5)
                    $0.closer = 0
                },
                due(3) { $0.ended = Years.day(3) },
                due(4) { $0.ended = Years.day(6) },
                due(5) { $0.due = Years.day(60) },
            ])
        #expect(found.value == 1.0 / 3 && found.apart == 1)
    }

    @Test func whatWasDueWhenItWasFoundIsNobodysToMeet() throws {
        func due(_ id: Int64, _ days: Double, _ change: (inout Problem) -> Void = { _ in }) -> Problem {
            fixed(id, seen: 1, ended: 3) {
                $0.due = Years.day(days)
                change(&$0)
            }
        }
        let found = try value(.dueMet, of: [due(1, 1), due(2, 0.5) { ($0.ended, $0.closer) = (nil, nil) }, due(3, 5)])
        #expect(found.value == 1 && found.count == 1 && found.apart == 2)
    }

    @Test func aRepeatCountsOnceItsWindowIsOver() throws {
        let ends = [
            fixed(1, seen: 1, ended: 2) { $0.subject = 0 }, fixed(2, seen: 1, ended: 2) { $0.subject = 1 },
            fixed(3, seen: 1, ended: 40) { $0.subject = 2 },
        ]
        let repeats = [
            fixed(4, seen: 20, ended: 50) { $0.repeatOf = 1 },
            Years.problem(5, seen: 41) { $0.repeatOf = 3 },
        ]
        let found = try value(.repeatRate30, of: ends + repeats)
        #expect(found.value == 0.5 && found.count == 2 && found.censored == 2)
        #expect(try value(.repeatRate90, of: ends + repeats).gap == .tooEarly)
    }

    @Test func whatWasForeseenAndPreventedIsNoEndThatMayComeBack() throws {
        let ends = (1...4).map { number in
            fixed(number, seen: 1, ended: 2) {
                $0.subject = Int(number)
                $0.predicted = Years.day(1)
                $0.cameTrue = number == 1 ? Years.day(1) : nil
            }
        }
        for metric in [Metric.repeatRate30, .regressionRate] {
            let found = try value(metric, of: ends)
            #expect(found.value == 0 && found.count == 1)
        }
    }

    @Test func whoStatesNoCauseYetMayBeARepeat() throws {
        let found = try value(
            .repeatRate30, of: [fixed(1, seen: 1, ended: 2), Years.problem(2, seen: 20)])
        #expect(found.gap == .tooEarly && found.censored == 1)
    }

    @Test func theSameFingerprintAgainIsARegression() throws {
        let problems = [
            fixed(1, seen: 1, ended: 2), fixed(2, seen: 1, ended: 2),
            Years.problem(3, seen: 32) { $0.regressionOf = 1 },
            Years.problem(4, seen: 32.1) { $0.regressionOf = 2 },
        ]
        #expect(try value(.regressionRate, of: problems).value == 0.5)
    }

    @Test func closesAreJudgedByTheData() throws {
        let problems = [
            fixed(1, seen: 1, ended: 2), fixed(2, seen: 1, ended: 2) { $0.isVerified = nil },
            fixed(3, seen: 50, ended: 52) { $0.isVerified = nil },
            fixed(4, seen: 1, ended: 2) { $0.verdict = .noise },
            Years.problem(5, seen: 1) {
                $0.notFixed = 2
                $0.refuted = Years.day(4)
            },
            fixed(6, seen: 1, ended: 2) {
                $0.notFixed = 1
                $0.refuted = Years.day(1.5)
            },
        ]
        let verified = try value(.verifiedShare, of: problems)
        #expect(
            verified.value == 2 / 6.0 && verified.count == 6,
            "each refuted close is one that the data did not confirm, whatever became of its problem")
        #expect(verified.censored == 1, "the third has days left")
        let failed = try value(.notFixedRate, of: problems)
        #expect(failed.value == 2 / 4.0 && failed.count == 4)
    }

    @Test func onlyVerifiedClosesClearExposure() throws {
        let problems = [
            fixed(1, seen: 1, ended: 2) { $0.atRiskAtEnd = 5_600 },
            fixed(2, seen: 1, ended: 2) {
                $0.atRiskAtEnd = 9_999
                $0.isVerified = nil
            },
            Years.problem(3, seen: 1) {
                $0.ended = Years.day(2)
                $0.atRiskAtEnd = 7_777
            },
        ]
        let found = try value(.exposureCleared, of: problems)
        #expect(found.value == 100 && found.count == 1 && found.apart == 1)
        #expect(try value(.exposureCleared, of: [fixed(1, seen: 1, ended: 2)]).gap == .unpriced)
        #expect(try value(.exposureCleared, of: []).value == 0, "watched for eight weeks, nothing was cleared")
    }

    @Test func anEmptyCauseIsNoCause() throws {
        let problems = [
            fixed(1, seen: 1, ended: 2) { $0.cause = 0 }, fixed(2, seen: 1, ended: 2) { $0.cause = 1 },
            fixed(3, seen: 1, ended: 2) { $0.cause = 2 }, fixed(4, seen: 1, ended: 2),
            Years.problem(5, seen: 1) {
                $0.claimed = Years.day(1)
                $0.ended = Years.day(2)
                $0.verdict = .actionable
            },
            Years.problem(6, seen: 1) { $0.ended = Years.day(2) },
        ]
        let found = try value(.causeCapture, of: problems)
        #expect(found.value == 0.2 && found.count == 5 && found.apart == 1)
    }

    @Test func precisionIsOfWhatPeopleJudged() throws {
        let verdicts: [Verdict] = [.actionable, .known, .noise, .selfCleared, .duplicate, .didNotHappen]
        let found = try value(
            .alertPrecision,
            of: verdicts.enumerated().map { place, verdict in
                fixed(Int64(place), seen: 1, ended: 2) { $0.verdict = verdict }
            })
        #expect(found.value == 2.0 / 3 && found.apart == 3)
        let ordered = Years.problem(9, seen: 1) {
            $0.predicted = Years.day(1)
            $0.orderArrives = Years.day(2)
            $0.ended = Years.day(3)
            $0.verdict = .actionable
        }
        let nobodys = try value(.alertPrecision, of: [ordered])
        #expect(nobodys.value == nil && nobodys.apart == 1, "an order in time is no judgement")
    }

    @Test func predictionsAreHeldAgainstWhatCame() throws {
        func predicted(_ id: Int64, _ change: (inout Problem) -> Void) -> Problem {
            Years.problem(id, seen: 1) {
                $0.predicted = Years.day(1)
                change(&$0)
            }
        }
        let found = try value(
            .predictionHits,
            of: [
                predicted(1) { $0.cameTrue = Years.day(2) },
                predicted(2) {
                    $0.ended = Years.day(3)
                    $0.verdict = .didNotHappen
                },
                predicted(3) {
                    $0.ended = Years.day(3)
                    $0.closer = 0
                    $0.verdict = .actionable
                },
                predicted(4) { _ in },
                predicted(5) {
                    $0.ended = Years.day(3)
                    $0.verdict = .selfCleared
                },
                // Ordered, and closed in vain.
                predicted(6) {
                    $0.ended = Years.day(3)
                    $0.verdict = .actionable
                },
                predicted(7) {
                    $0.refuted = Years.day(2)
                    $0.notFixed = 1
                    $0.cameTrue = Years.day(2)
                },
                // Ordered: there in time and too little, too late, and while it stands.
                predicted(8) {
                    $0.orderArrives = Years.day(2)
                    $0.cameTrue = Years.day(2)
                },
                predicted(9) {
                    $0.orderArrives = Years.day(3)
                    $0.cameTrue = Years.day(2)
                },
                predicted(10) { $0.orderArrives = Years.day(3) },
            ])
        #expect(found.value == 2.0 / 3 && found.apart == 6 && found.censored == 1)
    }

    @Test func theBacklogIsWhatIsOpenAtTheEnd() throws {
        let problems = (1...10).map { Years.problem(Int64($0), seen: 56 - Double($0)) } + [fixed(11, seen: 1, ended: 2)]
        #expect(try value(.backlog, of: problems).value == 10)
        #expect(try value(.backlogAge, of: problems).value == 9.1)
        #expect(try value(.netFlow, of: problems).value == 10.0 / 8)
    }

    @Test func whatTheFirstTurnFindsHadGatheredBefore() throws {
        var history = try Years.quiet(days: 14)
        history.turns.insert(TurnMeasures(id: 0, at: Years.start), at: 0)
        history.problems = [Years.problem(1, seen: 0), Years.problem(2, seen: 1)]
        let window = MetricWindow(after: Years.day(-7), through: history.until)
        let reader = MetricReader(history)
        #expect(reader.value(of: .netFlow, in: window).value == 0.5)
        #expect(reader.value(of: .backlog, in: window).value == 2)
    }

    @Test func touchTimeIsTheMeanOfWhatIsKnown() throws {
        let problems = (1...3).map { id in
            fixed(id, seen: 1, ended: 2) { $0.touchMinutes = id == 3 ? nil : Double(id) * 10 }
        }
        let found = try value(.touchTime, of: problems)
        #expect(found.value == 15 && found.count == 2 && found.apart == 1 && found.low == nil)
    }
}
