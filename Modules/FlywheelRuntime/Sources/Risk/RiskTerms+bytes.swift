public import FlywheelStore
public import FlywheelKit
import RevenueAtRisk

extension RiskTerms {
    /// What terms may hold beside what all do; most rows hold none of it. The first byte is one more.
    private struct Layout: OptionSet {
        let rawValue: UInt8

        /// Sums and what ends on a listing, behind all else.
        static let stakes = Layout(rawValue: 1)
        /// How the weeks ahead differ, with each listing.
        static let seasons = Layout(rawValue: 2)
        private static let known: Layout = [.stakes, .seasons]

        var byte: UInt8 { rawValue + 1 }

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(of terms: RiskTerms) {
            self = []
            if !terms.sums.isEmpty || terms.ending != nil { insert(.stakes) }
            if terms.listings.contains(where: { $0.season != nil }) { insert(.seasons) }
        }

        init(from reader: inout ByteReader) throws(ColumnDamage) {
            let byte = try reader.read(UInt8.self)
            guard (1...Self.known.byte).contains(byte) else {
                throw ColumnDamage("is of layout \(byte); expected one of 1 to \(Self.known.byte)")
            }
            rawValue = byte - 1
        }
    }

    /// The terms as the store keeps them: numbers in as few bytes as they need, since there are as many as open exceptions.
    public var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 256)
        let layout = Layout(of: self)
        writer.write(layout.byte)
        writer.write(short: asOf.seconds)
        writer.write(short: Int64(horizonDays))
        writer.write(text: currency.code)
        for amount in [atRisk, low, high, fixAlone, avoidable, net, feeRate, units?.tenThousandths] {
            writer.write(optional: amount)
        }
        writer.write(optional: unpriced)
        writer.write(optional: statedBy)
        writer.write(optional: evidence?.rawValue)
        writer.write(probability.bitPattern)
        writer.write(short: Int64(ageDays))
        writer.write(short: Int64(lasting.count))
        for share in lasting { writer.write(short: Int64((share * 1_000_000).rounded())) }
        for count in [durationsObserved, furtherListings, unpricedListings, pricedListings, listings.count] {
            writer.write(short: Int64(count))
        }
        for listing in listings {
            listing.write(to: &writer)
            if layout.contains(.seasons) { writer.write(listing.season) }
        }
        if layout.contains(.stakes) {
            writer.write(short: Int64(sums.count))
            for sum in sums { sum.write(to: &writer) }
            writer.write(UInt8(ending == nil ? 0 : 1))
            ending?.write(to: &writer)
        }
        return writer.bytes
    }

    /// The terms of those bytes.
    ///
    /// - Throws: ``FlywheelStore/ColumnDamage`` when they are none.
    public init(bytes: [UInt8]) throws(ColumnDamage) {
        do {
            self = try bytes.withUnsafeBytes { raw in
                var reader = ByteReader(raw)
                return try RiskTerms(from: &reader)
            }
        } catch let damage as ColumnDamage {
            throw damage
        } catch {
            throw ColumnDamage("\(error)")
        }
    }

    /// What of a row's terms is added up over many rows.
    public struct Amounts: Hashable, Sendable {
        /// What the row counts for: ``RiskTerms/atRisk``.
        public let atRisk: Money?
        /// What the row adds to the total of revenue at risk: ``RiskTerms/inTotal``.
        public let inTotal: Int64
        /// What the row adds to the total of stated sums: ``RiskTerms/inStatedTotal``.
        public let inStatedTotal: Int64
        /// What of ``inTotal`` can still be avoided.
        public let avoidable: Int64

        /// Reads no more of the terms than that.
        ///
        /// - Throws: ``FlywheelStore/ColumnDamage`` when they are none.
        public init(bytes: [UInt8]) throws(ColumnDamage) {
            do {
                self = try bytes.withUnsafeBytes { raw in
                    var reader = ByteReader(raw)
                    // Sums stand at the end of terms, and few have any.
                    return try Layout(from: &reader).contains(.stakes)
                        ? Amounts(try RiskTerms(bytes: bytes)) : Amounts(from: &reader)
                }
            } catch let damage as ColumnDamage {
                throw damage
            } catch {
                throw ColumnDamage("\(error)")
            }
        }

        /// What terms come to; of those that cannot be read or have no amount nothing is known.
        public static func atRisk(ofTerms bytes: [UInt8]) -> Money? {
            bytes.isEmpty ? nil : (try? Amounts(bytes: bytes))?.atRisk
        }

        private init(_ terms: RiskTerms) {
            atRisk = terms.atRisk.map { Money(minorUnits: $0, terms.currency) }
            inTotal = terms.inTotal
            inStatedTotal = terms.inStatedTotal
            avoidable = terms.isRevenue ? terms.avoidable ?? 0 : 0
        }

        /// - Parameter reader: stands behind the layout.
        private init(from reader: inout ByteReader) throws(ColumnDamage) {
            _ = try reader.readShort()
            _ = try reader.readInt()
            let currency = try reader.readCurrency()
            let atRisk: Int64? = try reader.readOptional()
            for _ in 0..<3 { _ = try reader.readOptional() as Int64? }
            let avoidable: Int64? = try reader.readOptional()
            for _ in 0..<3 { _ = try reader.readOptional() as Int64? }
            _ = try reader.readOptionalText()
            let isRevenue = try reader.readOptionalText() == nil
            self.atRisk = atRisk.map { Money(minorUnits: $0, currency) }
            inTotal = isRevenue ? atRisk ?? 0 : 0
            inStatedTotal = isRevenue ? 0 : atRisk ?? 0
            self.avoidable = isRevenue ? avoidable ?? 0 : 0
        }
    }

    private init(from reader: inout ByteReader) throws(ColumnDamage) {
        let layout = try Layout(from: &reader)
        asOf = Instant(seconds: try reader.readShort())
        horizonDays = try reader.readInt()
        currency = try reader.readCurrency()
        atRisk = try reader.readOptional()
        low = try reader.readOptional()
        high = try reader.readOptional()
        fixAlone = try reader.readOptional()
        avoidable = try reader.readOptional()
        net = try reader.readOptional()
        feeRate = try reader.readOptional()
        units = try reader.readOptional().map(Decimal4.init(tenThousandths:))
        unpriced = try reader.readOptionalText()
        statedBy = try reader.readOptionalText()
        evidence = try reader.readOptionalText().flatMap(Evidence.init(rawValue:))
        probability = Double(bitPattern: try reader.read())
        ageDays = try reader.readInt()
        lasting = []
        for _ in 0..<(try reader.readCount()) { lasting.append(Double(try reader.readShort()) / 1_000_000) }
        durationsObserved = try reader.readInt()
        furtherListings = try reader.readInt()
        unpricedListings = try reader.readInt()
        pricedListings = try reader.readInt()
        listings = []
        for _ in 0..<(try reader.readCount()) {
            var listing = try Listing(from: &reader)
            if layout.contains(.seasons) { listing.season = try reader.readSeason() }
            listings.append(listing)
        }
        guard layout.contains(.stakes) else { return }
        for _ in 0..<(try reader.readCount()) { sums.append(try Sum(from: &reader)) }
        if try reader.read(UInt8.self) == 1 { ending = try Ending(from: &reader) }
    }
}

extension RiskTerms.Sum {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(money)
        writer.write(text: source)
        writer.write(optional: conversion)
        writer.write(optional: atRisk)
    }

    fileprivate init(from reader: inout ByteReader) throws(ColumnDamage) {
        money = try reader.readMoney()
        source = try reader.readText()
        conversion = try reader.readOptionalConversion()
        atRisk = try reader.readOptional()
    }
}

extension RiskTerms.Ending {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(text: code)
        writer.write(ends)
        writer.write(short: unitsPerDay.tenThousandths)
        writer.write(price)
        writer.write(short: days.tenThousandths)
        writer.write(short: daysBefore.tenThousandths)
        writer.write(amount)
        writer.write(optional: conversion)
        writer.write(countedBefore)
    }

    fileprivate init(from reader: inout ByteReader) throws(ColumnDamage) {
        code = try reader.readText()
        ends = try reader.readFingerprints()
        unitsPerDay = Decimal4(tenThousandths: try reader.readShort())
        price = try reader.readMoney()
        days = Decimal4(tenThousandths: try reader.readShort())
        daysBefore = Decimal4(tenThousandths: try reader.readShort())
        amount = try reader.readMoney()
        conversion = try reader.readOptionalConversion()
        countedBefore = try reader.readFingerprints()
    }
}

extension RiskTerms.Listing {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(text: code)
        writer.write(text: price.currency.code)
        let numbers = [
            unitsPerDay.tenThousandths, price.minorUnits, days.tenThousandths, daysTogether.tenThousandths,
            listingTotal.minorUnits, amount.minorUnits, centsShared, fixAloneDays.tenThousandths,
            avoidableDays.tenThousandths,
        ]
        for number in numbers { writer.write(short: number) }
        writer.write(posteriorShape.bitPattern)
        writer.write(posteriorRate.bitPattern)
        writer.write(short: Int64(neighbours.count))
        for neighbour in neighbours { neighbour.write(to: &writer) }
        writer.write(optional: conversion)
        for count in [basis.goodDays, basis.blockedDays, basis.unknownDays] { writer.write(short: Int64(count)) }
        for real in [basis.unitsSum, basis.exposureSum, basis.dispersion, basis.priorWeight] {
            writer.write(real.bitPattern)
        }
        writer.write(UInt8(basis.priorRate == nil ? 0 : 1))
        if let rate = basis.priorRate { writer.write(rate.bitPattern) }
        writer.write(short: basis.productUnitsPerDay.tenThousandths)
    }

    fileprivate init(from reader: inout ByteReader) throws(ColumnDamage) {
        code = try reader.readText()
        let currency = try reader.readCurrency()
        unitsPerDay = Decimal4(tenThousandths: try reader.readShort())
        price = Money(minorUnits: try reader.readShort(), currency)
        days = Decimal4(tenThousandths: try reader.readShort())
        daysTogether = Decimal4(tenThousandths: try reader.readShort())
        listingTotal = Money(minorUnits: try reader.readShort(), currency)
        amount = Money(minorUnits: try reader.readShort(), currency)
        centsShared = try reader.readShort()
        fixAloneDays = Decimal4(tenThousandths: try reader.readShort())
        avoidableDays = Decimal4(tenThousandths: try reader.readShort())
        posteriorShape = Double(bitPattern: try reader.read())
        posteriorRate = Double(bitPattern: try reader.read())
        neighbours = []
        for _ in 0..<(try reader.readCount()) { neighbours.append(try RiskTerms.Neighbour(from: &reader)) }
        conversion = try reader.readOptionalConversion()
        basis = RiskTerms.Basis(
            goodDays: try reader.readInt(), blockedDays: try reader.readInt(), unknownDays: try reader.readInt(),
            unitsSum: try reader.readReal(), exposureSum: try reader.readReal(), dispersion: try reader.readReal(),
            priorWeight: try reader.readReal(),
            priorRate: try reader.read(UInt8.self) == 0 ? nil : try reader.readReal(),
            productUnitsPerDay: Decimal4(tenThousandths: try reader.readShort()))
    }
}

extension RiskTerms.Neighbour {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(fingerprint)
        writer.write(shareToday.bitPattern)
        writer.write(short: days.tenThousandths)
        writer.write(short: daysAfter.tenThousandths)
        writer.write(UInt8(blocks ? 1 : 0))
    }

    fileprivate init(from reader: inout ByteReader) throws(ColumnDamage) {
        fingerprint = try reader.readFingerprint()
        shareToday = try reader.readReal()
        days = Decimal4(tenThousandths: try reader.readShort())
        daysAfter = Decimal4(tenThousandths: try reader.readShort())
        blocks = try reader.read(UInt8.self) == 1
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ money: Money) {
        write(short: money.minorUnits)
        write(text: money.currency.code)
    }

    fileprivate mutating func write(_ fingerprint: Fingerprint) {
        let subject = fingerprint.subject
        let texts = [
            fingerprint.workflow, fingerprint.kind, fingerprint.discriminator, subject.kind.rawValue, subject.account,
            subject.marketplace, subject.code,
        ]
        for text in texts { write(text: text) }
    }

    fileprivate mutating func write(_ fingerprints: [Fingerprint]) {
        write(short: Int64(fingerprints.count))
        for fingerprint in fingerprints { write(fingerprint) }
    }

    fileprivate mutating func write(_ season: Season?) {
        write(short: Int64(season?.weeks.count ?? 0))
        for week in season?.weeks ?? [] { write(short: week.tenThousandths) }
    }

    fileprivate mutating func write(optional conversion: Conversion?) {
        write(UInt8(conversion == nil ? 0 : 1))
        conversion?.write(to: &self)
    }

    fileprivate mutating func write(optional value: Int64?) {
        write(UInt8(value == nil ? 0 : 1))
        if let value { write(short: value) }
    }

    fileprivate mutating func write(optional text: String?) {
        write(UInt8(text == nil ? 0 : 1))
        if let text { write(text: text) }
    }
}

extension ByteReader {
    mutating func readInt() throws(ColumnDamage) -> Int { Int(try readShort()) }

    /// How many things follow, each of at least a byte.
    mutating func readCount() throws(ColumnDamage) -> Int {
        let count = try readInt()
        guard (0...remaining).contains(count) else { throw ColumnDamage("announces \(count) parts") }
        return count
    }

    fileprivate mutating func readReal() throws(ColumnDamage) -> Double { Double(bitPattern: try read()) }

    fileprivate mutating func readOptional() throws(ColumnDamage) -> Int64? {
        try read(UInt8.self) == 0 ? nil : try readShort()
    }

    fileprivate mutating func readOptionalText() throws(ColumnDamage) -> String? {
        try read(UInt8.self) == 0 ? nil : try readText()
    }

    fileprivate mutating func readMoney() throws(ColumnDamage) -> Money {
        Money(minorUnits: try readShort(), try readCurrency())
    }

    fileprivate mutating func readFingerprint() throws(ColumnDamage) -> Fingerprint {
        let (workflow, kind, discriminator) = (try readText(), try readText(), try readText())
        let word = try readText()
        guard let subject = Subject.Kind(rawValue: word) else { throw ColumnDamage("holds subject \"\(word)\"") }
        return Fingerprint(
            workflow: workflow, kind: kind,
            subject: Subject(
                subject, account: try readText(), marketplace: try readText(), code: try readText()),
            discriminator: discriminator)
    }

    fileprivate mutating func readFingerprints() throws(ColumnDamage) -> [Fingerprint] {
        var fingerprints: [Fingerprint] = []
        for _ in 0..<(try readCount()) { fingerprints.append(try readFingerprint()) }
        return fingerprints
    }

    fileprivate mutating func readSeason() throws(ColumnDamage) -> Season? {
        var weeks: [Decimal4] = []
        for _ in 0..<(try readCount()) { weeks.append(Decimal4(tenThousandths: try readShort())) }
        guard !weeks.isEmpty else { return nil }
        guard let season = Season(weeks: weeks) else { throw ColumnDamage("holds weeks that are no season") }
        return season
    }

    fileprivate mutating func readOptionalConversion() throws(ColumnDamage) -> Conversion? {
        try read(UInt8.self) == 0 ? nil : try Conversion(from: &self)
    }

    mutating func readCurrency() throws(ColumnDamage) -> Currency {
        let code = try readText()
        guard let currency = Currency(code) else { throw ColumnDamage("holds \"\(code)\", which is no currency") }
        return currency
    }
}
