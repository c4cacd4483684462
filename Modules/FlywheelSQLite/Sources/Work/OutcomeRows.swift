import FlywheelKit
import FlywheelStore

extension OutcomeLine {
    /// What is read and written of an outcome, in order.
    static let columns = """
        exception, family, code, discriminator, verdict, root_cause, is_verified, onset, detected, claimed, ended, \
        verified, predicted, came_true, touches, source, onset_known, tier, at_risk_at_open, currency_at_open, \
        at_risk_at_end, currency_at_end, due, first_claimed, worker, closer, is_routed, rank_at_claim, \
        waiting_at_claim, touch_seconds, playbook_opened, steps, steps_done, steps_automatic, not_fixed, refuted, repeat_of, \
        regression_of, prevention, order_arrives
        """

    /// The outcome in the next columns of a row.
    init(_ row: inout RowReader) throws {
        self.init(
            exception: ExceptionID(try row.integer()), family: try row.integer(), code: try row.text(),
            discriminator: try row.text(), verdict: try row.word("verdict"), rootCause: try row.optionalText(),
            isVerified: try row.optionalFlag(), onset: Instant(seconds: try row.integer()),
            detected: Instant(seconds: try row.integer()), claimed: try row.optionalInstant(),
            ended: Instant(seconds: try row.integer()), verified: try row.optionalInstant(),
            predicted: try row.optionalInstant(), cameTrue: try row.optionalInstant(), work: try OutcomeWork(&row))
    }
}

extension OutcomeWork {
    /// How many of ``OutcomeLine/columns`` follow the one that says whether there are any.
    private static let furtherColumns = 25

    /// The work in the next columns of a row; `nil` of outcomes from before it was kept.
    fileprivate init?(_ row: inout RowReader) throws {
        guard let touches = try row.optionalInteger() else {
            row.skip(Self.furtherColumns)
            return nil
        }
        self.init(source: try row.word("source"), isOnsetKnown: try row.integer() != 0)
        self.touches = Int(touches)
        tier = try row.optionalWord("tier")
        atRiskAtOpen = try row.optionalMoney()
        atRiskAtEnd = try row.optionalMoney()
        due = try row.optionalInstant()
        firstClaimed = try row.optionalInstant()
        worker = try row.optionalText()
        closer = try row.optionalText()
        isRouted = try row.optionalFlag()
        let (place, waiting) = (try row.optionalInteger(), try row.optionalInteger())
        if let place, let waiting { rankAtClaim = QueueRank(Int(place), of: Int(waiting)) }
        touchSeconds = try row.optionalInteger().map { Int($0) }
        hasOpenedPlaybook = try row.integer() != 0
        steps = Int(try row.integer())
        stepsDone = Int(try row.integer())
        stepsAutomatic = Int(try row.integer())
        notFixed = Int(try row.integer())
        refuted = try row.optionalInstant()
        repeatOf = try row.optionalInteger().map { ExceptionID($0) }
        regressionOf = try row.optionalInteger().map { ExceptionID($0) }
        prevention = try row.optionalInteger()
        orderArrives = try row.optionalInstant()
    }
}

extension OutcomeRecord {
    /// The outcome in the next columns of a row: those of its line, its exposure, and its terms at the open and at the end.
    init(_ row: inout RowReader, _ families: inout Families) throws {
        let line = try OutcomeLine(&row)
        self.init(
            line, in: try families.family(line.family), exposure: try row.exposure(of: line.exception),
            termsAtOpen: try row.optionalBlob() ?? [], termsAtEnd: try row.optionalBlob() ?? [])
    }

    /// A line with what it leaves out.
    init(
        _ line: OutcomeLine, in family: FingerprintFamily, exposure: Exposure, termsAtOpen: [UInt8],
        termsAtEnd: [UInt8]
    ) {
        self.init(
            exception: line.exception,
            fingerprint: family.fingerprint(code: line.code, discriminator: line.discriminator), exposure: exposure,
            verdict: line.verdict, rootCause: line.rootCause, isVerified: line.isVerified, onset: line.onset,
            detected: line.detected, claimed: line.claimed, ended: line.ended, verified: line.verified,
            termsAtOpen: termsAtOpen, termsAtEnd: termsAtEnd, predicted: line.predicted, cameTrue: line.cameTrue,
            work: line.work)
    }
}

extension BulkStatement {
    /// Binds ``OutcomeLine/columns``.
    mutating func bind(_ line: OutcomeLine) {
        bind(line.exception.number)
        bind(line.family)
        bind(line.code)
        bind(line.discriminator)
        bind(line.verdict.rawValue)
        bind(line.rootCause)
        bind(line.isVerified.map { $0 ? 1 : 0 })
        bind(line.onset.seconds)
        bind(line.detected.seconds)
        bind(line.claimed?.seconds)
        bind(line.ended.seconds)
        bind(line.verified?.seconds)
        bind(line.predicted?.seconds)
        bind(line.cameTrue?.seconds)
        bind(line.work)
    }

    private mutating func bind(_ work: OutcomeWork?) {
        bind(work.map { Int64($0.touches) })
        bind(work?.source.rawValue)
        bind(work.map { $0.isOnsetKnown ? 1 : 0 })
        bind(work?.tier?.rawValue)
        bind(work?.atRiskAtOpen)
        bind(work?.atRiskAtEnd)
        bind(work?.due?.seconds)
        bind(work?.firstClaimed?.seconds)
        bind(work?.worker)
        bind(work?.closer)
        bind((work?.isRouted).map { $0 ? 1 : 0 })
        bind((work?.rankAtClaim?.place).map { Int64($0) })
        bind((work?.rankAtClaim?.waiting).map { Int64($0) })
        bind((work?.touchSeconds).map { Int64($0) })
        bind(work.map { $0.hasOpenedPlaybook ? 1 : 0 })
        bind(work.map { Int64($0.steps) })
        bind(work.map { Int64($0.stepsDone) })
        bind(work.map { Int64($0.stepsAutomatic) })
        bind(work.map { Int64($0.notFixed) })
        bind(work?.refuted?.seconds)
        bind(work?.repeatOf?.number)
        bind(work?.regressionOf?.number)
        bind(work?.prevention)
        bind(work?.orderArrives?.seconds)
    }

    private mutating func bind(_ money: Money?) {
        bind(money?.minorUnits)
        bind(money?.currency.code)
    }
}
