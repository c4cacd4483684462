import Calendars
import Cases
import FlywheelKit
import Testing

/// Clocks of single cases, with figures worked out by hand.
@Suite struct ClockTests {
    private func reading(
        _ kind: ClockReading.Kind = .firstResponse, of events: [(String, CaseEvent.What)], at now: String,
        _ promise: Promise, in calendar: BusinessCalendar? = nil, zone: TimeZoneTable = .utc
    ) throws -> ClockReading {
        let office = try calendar ?? Samples.weekdays()
        let promises = Promises(
            [PromiseRule(promise)], calendars: ["office": office, "always": .alwaysOpen])
        let readings = promises.readings(
            of: try Samples.made(events, in: zone), at: try Samples.at(now, in: zone))
        return try #require(readings.last { $0.kind == kind })
    }

    private func hours(
        response: Double? = nil, update: Double? = nil, resolution: Double? = nil, id: String = "p",
        calendar: String = "office"
    ) -> Promise {
        func seconds(_ hours: Double?) -> Int64? { hours.map { Int64($0 * 3_600) } }
        return Promise(
            id: id, calendar: calendar, firstResponse: seconds(response), update: seconds(update),
            resolution: seconds(resolution))
    }

    // MARK: Business hours

    @Test(arguments: [
        ("2026-11-20 16:30", 1.0, "2026-11-23 09:30"), ("2026-11-18 07:00", 2.0, "2026-11-18 11:00"),
        ("2026-11-20 16:00", 1.0, "2026-11-20 17:00"), ("2026-11-21 12:00", 8.0, "2026-11-23 17:00"),
    ]) func hoursCountOnlyWhileTheOfficeIsOpen(opened: String, promised: Double, due: String) throws {
        let reading = try reading(of: [(opened, .opened)], at: opened, hours(response: promised))
        #expect(reading.due == (try Samples.at(due)))
        #expect(reading.state == .running && reading.used == 0)
    }

    @Test func aLunchBreakIsLeftOut() throws {
        let reading = try reading(
            of: [("2026-11-18 11:45", .opened)], at: "2026-11-18 13:00", hours(response: 1),
            in: try Samples.weekdays([8...12, 13.5...18]))
        #expect(try reading.due == Samples.at("2026-11-18 14:15"))
        #expect(reading.used == 900 && reading.left == 2_700 && reading.age == 4_500)
    }

    @Test func aHolidayIsLeftOut() throws {
        let reading = try reading(
            of: [("2026-12-24 16:30", .opened)], at: "2026-12-24 16:30", hours(response: 1),
            in: try Samples.weekdays(closed: ["2026-12-25"]))
        #expect(try reading.due == Samples.at("2026-12-28 09:30"))
    }

    @Test func theHourSkippedInSpringIsNoWorkingHour() throws {
        let zone = try Samples.zone("America/Los_Angeles")
        let night = try OpeningHours([0..<6 * 3_600])
        let calendar = BusinessCalendar(zone: zone, week: [.sunday: night])
        let reading = try reading(
            of: [("2026-03-08 01:00", .opened)], at: "2026-03-08 01:00", hours(response: 2), in: calendar, zone: zone)
        #expect(try reading.due == Samples.at("2026-03-08 04:00", in: zone), "01 to 02, then 03 to 04")
    }

    @Test func theCalendarsZoneDecidesAndNotTheReaders() throws {
        let berlin = try Samples.zone("Europe/Berlin")
        let reading = try reading(
            of: [("2026-11-20 15:30", .opened)], at: "2026-11-20 15:30", hours(response: 1),
            in: try Samples.weekdays(in: berlin))
        #expect(try reading.due == Samples.at("2026-11-23 08:30"), "16:30 there; 09:30 there on Monday")
    }

    @Test func theAgeRunsOnTheWallClockThroughNightAndWeekend() throws {
        let reading = try reading(
            of: [("2026-11-20 16:30", .opened)], at: "2026-11-23 09:15", hours(response: 1))
        #expect(reading.used == 2_700 && reading.age == 233_100 && reading.state == .running)
    }

    // MARK: First response

    @Test func aFirstResponseIsMetByTheAnswerOfAPersonOnly() throws {
        let note = CaseEvent.What.message(.init(2, by: .agent("ann"), isInternal: true))
        let robot = CaseEvent.What.message(.init(3, by: .automation("receipt")))
        let other = CaseEvent.What.message(.init(4, by: .party(.seller)))
        let opened: [(String, CaseEvent.What)] = [("2026-11-20 10:00", .opened), ("2026-11-20 10:00", .asked)]
        let waiting =
            opened + [("2026-11-20 10:10", note), ("2026-11-20 10:11", robot), ("2026-11-20 10:12", other)]
        let awaited = try reading(of: waiting, at: "2026-11-20 10:30", hours(response: 1))
        #expect(awaited.state == .running && awaited.stopped == nil)
        let answered = try reading(
            of: waiting + [("2026-11-20 10:40", .answered)], at: "2026-11-20 12:00", hours(response: 1))
        #expect(try answered.state == .met && answered.stopped == Samples.at("2026-11-20 10:40"))
        #expect(answered.used == 2_400)
    }

    @Test func aPauseDoesNotStopAFirstResponse() throws {
        let reading = try reading(
            of: [("2026-11-20 10:00", .opened), ("2026-11-20 10:10", .state(.waitingOnRequester))],
            at: "2026-11-20 12:00", hours(response: 1))
        #expect(try reading.due == Samples.at("2026-11-20 11:00") && reading.state == .breached && reading.isOverdue)
    }

    @Test func atTheMomentItIsDueItIsStillInTimeAndASecondLaterNot() throws {
        let promise = hours(response: 1)
        let opened: [(String, CaseEvent.What)] = [("2026-11-20 10:00", .opened)]
        let onTime = try reading(of: opened + [("2026-11-20 11:00", .answered)], at: "2026-11-20 12:00", promise)
        #expect(onTime.state == .met)
        let late = try reading(of: opened + [("2026-11-20 11:01", .answered)], at: "2026-11-20 12:00", promise)
        #expect(late.state == .breached && !late.isOverdue)
    }

    @Test func aCaseThatEndsUnansweredInTimeLeavesNothingAwaited() throws {
        let opened: [(String, CaseEvent.What)] = [("2026-11-20 10:00", .opened)]
        let early = try reading(
            of: opened + [("2026-11-20 10:30", .state(.closed))], at: "2026-11-20 12:00", hours(response: 1))
        #expect(early.state == .void)
        let late = try reading(
            of: opened + [("2026-11-20 11:30", .state(.closed))], at: "2026-11-20 12:00", hours(response: 1))
        #expect(late.state == .breached && !late.isOverdue)
        let merged = try reading(
            of: opened + [("2026-11-20 10:30", .merged(into: "C2"))], at: "2026-11-20 12:00", hours(response: 1))
        #expect(merged.state == .void)
        let apart = try reading(
            of: opened + [("2026-11-20 10:30", .merged(into: "C2")), ("2026-11-20 10:40", .unmerged(from: "C2"))],
            at: "2026-11-20 12:00", hours(response: 1))
        #expect(apart.isOverdue)
    }

    // MARK: Pauses

    @Test func aPausePushesWhatIsDueByTheBusinessTimeWithinIt() throws {
        let reading = try reading(
            .resolution,
            of: [
                ("2026-11-20 10:00", .opened), ("2026-11-20 16:00", .state(.waitingOnRequester)),
                ("2026-11-23 10:00", .state(.open)),
            ], at: "2026-11-23 11:00", hours(resolution: 8))
        #expect(try reading.due == Samples.at("2026-11-23 12:00"))
        #expect(reading.used == 25_200)
    }

    @Test func onePauseAfterAnotherIsOnePause() throws {
        var promise = hours(resolution: 2)
        promise.pausing = [.waitingOnRequester, .onHold]
        let reading = try reading(
            .resolution,
            of: [
                ("2026-11-20 10:00", .opened), ("2026-11-20 11:00", .state(.waitingOnRequester)),
                ("2026-11-20 12:00", .state(.onHold)), ("2026-11-20 14:00", .state(.open)),
            ], at: "2026-11-20 14:00", promise)
        #expect(try reading.due == Samples.at("2026-11-20 15:00") && reading.used == 3_600)
    }

    @Test func whileItIsPausedNothingIsDueAndWhatIsLeftStays() throws {
        let events: [(String, CaseEvent.What)] = [
            ("2026-11-20 10:00", .opened), ("2026-11-20 11:00", .state(.waitingOnRequester)),
        ]
        for now in ["2026-11-20 11:00", "2026-11-20 16:00", "2026-12-01 12:00"] {
            let reading = try reading(.resolution, of: events, at: now, hours(resolution: 2))
            #expect(reading.state == .paused && reading.due == nil && reading.left == 3_600, "\(now)")
        }
    }

    @Test func whatWasOverdueBeforeAPauseStaysSo() throws {
        let reading = try reading(
            .resolution, of: [("2026-11-20 10:00", .opened), ("2026-11-20 13:00", .state(.waitingOnRequester))],
            at: "2026-11-20 16:00", hours(resolution: 2))
        #expect(try reading.isOverdue && reading.due == Samples.at("2026-11-20 12:00") && reading.left == -3_600)
    }

    @Test func aHoldThatEndedIsOverThoughNobodyTookTheCaseUp() throws {
        var promise = hours(resolution: 2)
        promise.pausing = [.onHold]
        let until = try Samples.at("2026-11-20 14:00")
        var held = try Samples.made([("2026-11-20 10:00", .opened)])
        held.add(CaseEvent(at: try Samples.at("2026-11-20 11:00"), .held(until: until), by: .person("ann")))
        held.add(CaseEvent(at: try Samples.at("2026-11-20 11:00"), .state(.onHold), by: .person("ann")))
        let promises = Promises([PromiseRule(promise)], calendars: ["office": try Samples.weekdays()])
        let reading = try #require(promises.readings(of: held, at: try Samples.at("2026-11-20 14:30")).last)
        #expect(reading.state == .running && reading.used == 5_400)
    }

    // MARK: Reopening

    private let reopened: [(String, CaseEvent.What)] = [
        ("2026-11-20 10:00", .opened), ("2026-11-20 11:00", .state(.solved)), ("2026-11-20 14:00", .state(.open)),
    ]

    @Test func aReopenedCaseGoesOnWithWhatWasLeft() throws {
        let reading = try reading(.resolution, of: reopened, at: "2026-11-20 14:30", hours(resolution: 2))
        #expect(try reading.started == Samples.at("2026-11-20 10:00") && reading.used == 5_400)
        #expect(try reading.due == Samples.at("2026-11-20 15:00"))
    }

    @Test func aReopenedCaseStartsAnewWhereThatIsThePromise() throws {
        var promise = hours(resolution: 2)
        promise.reopening = .restart
        let promises = Promises([PromiseRule(promise)], calendars: ["office": try Samples.weekdays()])
        let readings = promises.readings(
            of: try Samples.made(reopened), at: try Samples.at("2026-11-20 14:30"))
        #expect(readings.map(\.state) == [.met, .running] && readings.map(\.used) == [3_600, 1_800])
        #expect(try readings[1].due == Samples.at("2026-11-20 16:00"))
    }

    // MARK: Updates

    @Test func anUpdateIsAwaitedFromTheFirstMessageThatHasNoAnswer() throws {
        let events: [(String, CaseEvent.What)] = [
            ("2026-11-20 09:00", .opened), ("2026-11-20 09:00", .asked), ("2026-11-20 09:30", .answered),
            ("2026-11-20 10:00", .asked), ("2026-11-20 10:30", .asked), ("2026-11-20 11:30", .answered),
            ("2026-11-20 13:00", .asked),
        ]
        let promises = Promises(
            [PromiseRule(hours(update: 1))], calendars: ["office": try Samples.weekdays()])
        let readings = promises.readings(of: try Samples.made(events), at: try Samples.at("2026-11-20 13:30"))
        #expect(readings.map(\.state) == [.breached, .running] && readings.map(\.used) == [5_400, 1_800])
    }

    @Test func anUpdateByIntervalIsAwaitedThoughNobodyAsks() throws {
        var promise = hours(update: 2)
        promise.updateMode = .interval
        let events: [(String, CaseEvent.What)] = [
            ("2026-11-20 09:00", .opened), ("2026-11-20 09:30", .answered), ("2026-11-20 11:00", .answered),
            ("2026-11-20 14:00", .state(.solved)), ("2026-11-20 15:00", .state(.open)),
        ]
        let promises = Promises([PromiseRule(promise)], calendars: ["office": try Samples.weekdays()])
        let readings = promises.readings(of: try Samples.made(events), at: try Samples.at("2026-11-20 16:00"))
        #expect(readings.map(\.state) == [.met, .breached, .running])
        #expect(readings.map(\.used) == [5_400, 10_800, 3_600])
    }

    @Test func anAnswerThatSolvesACaseIsAnAnswer() throws {
        let reading = try reading(
            .update,
            of: [
                ("2026-11-20 09:00", .opened), ("2026-11-20 09:30", .answered), ("2026-11-20 10:00", .asked),
                ("2026-11-20 10:30", .state(.solved)), ("2026-11-20 10:30", .answered),
            ], at: "2026-11-20 12:00", hours(update: 1))
        #expect(reading.state == .met)
    }

    // MARK: Policy changes

    @Test func anotherPromiseKeepsWhatWasUsedAndPausedUnderTheFirst() throws {
        var first = hours(resolution: 8, id: "first")
        first.pausing = [.waitingOnOther]
        let second = hours(resolution: 4, id: "second")
        let reading = try reading(
            .resolution,
            of: [
                ("2026-11-20 09:00", .opened), ("2026-11-20 09:00", .promise(first)),
                ("2026-11-20 10:00", .state(.waitingOnOther)), ("2026-11-20 12:00", .promise(second)),
            ], at: "2026-11-20 13:00", hours(resolution: 99))
        #expect(reading.promise.id == "second" && reading.used == 7_200, "9 to 10, and from 12 on: no pause any more")
        #expect(try reading.due == Samples.at("2026-11-20 15:00") && reading.state == .running)
    }

    @Test func aClockThatStoppedIsJudgedByThePromiseOfThen() throws {
        let reading = try reading(
            of: [
                ("2026-11-20 09:00", .opened), ("2026-11-20 09:00", .promise(hours(response: 4, id: "first"))),
                ("2026-11-20 11:00", .answered), ("2026-11-20 12:00", .promise(hours(response: 1, id: "second"))),
            ], at: "2026-11-20 13:00", hours(response: 99))
        #expect(reading.promise.id == "first" && reading.state == .met)
    }

    @Test func aPromiseTakenBackLeavesNoClocks() throws {
        let promises = Promises([PromiseRule(hours(response: 1))], calendars: ["office": try Samples.weekdays()])
        let matter = try Samples.made([("2026-11-20 09:00", .opened), ("2026-11-20 09:30", .promise(nil))])
        #expect(promises.readings(of: matter, at: try Samples.at("2026-11-20 12:00")).isEmpty)
    }

    // MARK: What nobody knows

    @Test func withoutABeginningOrACalendarNobodyCanTell() throws {
        let now = "2026-11-20 12:00"
        let unopened = try reading(of: [("2026-11-20 09:00", .state(.open))], at: now, hours(response: 1))
        #expect(unopened.state == .unknown && unopened.due == nil && unopened.used == nil)
        let lost = try reading(of: [("2026-11-20 09:00", .opened)], at: now, hours(response: 1, calendar: "gone"))
        #expect(lost.state == .unknown && lost.age == 10_800)
    }

    @Test func whatHappensLaterIsNotKnownYet() throws {
        let reading = try reading(
            of: [("2026-11-20 09:00", .opened), ("2026-11-20 09:30", .answered)], at: "2026-11-20 09:15",
            hours(response: 1))
        #expect(reading.state == .running && reading.used == 900)
    }

    @Test func whatTheSourceStatesGoesBeforeItsEvents() throws {
        var stated = try Samples.made([
            ("2026-11-20 09:00", .opened), ("2026-11-20 15:00", .state(.closed)),
        ])
        stated.stated.firstAnswered = try Samples.at("2026-11-20 09:30")
        stated.stated.solved = try Samples.at("2026-11-20 11:00")
        let promises = Promises(
            [PromiseRule(hours(response: 1, resolution: 4))], calendars: ["office": try Samples.weekdays()])
        let readings = promises.readings(of: stated, at: try Samples.at("2026-11-20 16:00"))
        #expect(readings.map(\.state) == [.met, .met] && readings.map(\.used) == [1_800, 7_200])
    }

    @Test func noPromiseIsBrokenWhereNobodyCanTellWhoAnswered() throws {
        var began = try Samples.made([
            ("2026-11-20 09:00", .opened), ("2026-11-20 09:00", .asked), ("2026-11-20 15:00", .state(.closed)),
        ])
        let promises = Promises([PromiseRule(hours(response: 1))], calendars: ["office": try Samples.weekdays()])
        func states() throws -> [ClockReading.State] {
            promises.readings(of: began, at: try Samples.at("2026-11-20 16:00")).map(\.state)
        }
        #expect(try states() == [.breached])
        began.stated.tellsOpeningAlone = true
        #expect(try states() == [.unknown])
        began.stated.replies = 0
        #expect(try states() == [.breached])
    }
}
