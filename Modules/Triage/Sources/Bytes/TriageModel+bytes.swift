extension TriageModel {
    static let formatVersion: UInt32 = 2
    private static let mark = Array("flywheel triage\n".utf8)

    /// The model as bytes, the same for the same model on every machine; ``init(bytes:)`` reads them.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(isMultiLabel ? UInt8(1) : 0)
        writer.write(UInt32(labels.count))
        for label in labels { writer.write(label) }
        writer.write(UInt32(importance.count))
        for hash in vocabulary.hashes { writer.write(hash) }
        for block in blocks { writer.write(block.rawValue) }
        writer.write(importance)
        writer.write([strangeness])
        writer.write(table.scales)
        writer.write(table.cells)
        writer.write(table.intercepts)
        writer.write(calibration.slopes)
        writer.write(calibration.offsets)
        writer.write([calibration.sureness.slope, calibration.sureness.offset])
        scope.write(to: &writer)
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, UInt32($0)) })
        writer.write(UInt32(judged.count))
        for message in judged {
            writer.write(numbers[message.label] ?? 0)
            writer.write(message.certainty)
            writer.write((message.isRight ? UInt8(1) : 0) | (message.isForeign ? 2 : 0))
        }
        var head = ByteWriter()
        head.write(Self.formatVersion)
        var ending = ByteWriter()
        ending.write(Checksum.of(writer.bytes[...]))
        return Self.mark + head.bytes + writer.bytes + ending.bytes
    }

    /// The model that was written as these bytes.
    ///
    /// - Throws: ``DamagedModel`` if they are none, of another version, or not what was written.
    public init(bytes: [UInt8]) throws(DamagedModel) {
        guard bytes.starts(with: Self.mark) else { throw .notAModel }
        var head = ByteReader(bytes.dropFirst(Self.mark.count))
        let version = try head.integer(UInt32.self)
        guard version == Self.formatVersion else { throw .otherVersion(found: version) }
        let content = bytes.dropFirst(Self.mark.count + 4).dropLast(8)
        var ending = ByteReader(bytes.suffix(8))
        let (found, expected) = (Checksum.of(content), try ending.integer(UInt64.self))
        guard found == expected else { throw .changed(found: found, expected: expected) }
        var reader = ByteReader(content)
        try self.init(from: &reader)
        guard reader.isAtEnd else { throw .inconsistent("there are bytes after its end") }
    }

    private init(from reader: inout ByteReader) throws(DamagedModel) {
        isMultiLabel = try reader.integer(UInt8.self) == 1
        let labels = try reader.list(Int(try reader.integer(UInt32.self))) { reader throws(DamagedModel) in
            try reader.text()
        }
        guard labels.count > 1, Set(labels).count == labels.count else {
            throw .inconsistent("\(labels.count) labels, of which \(Set(labels).count) differ")
        }
        let features = Int(try reader.integer(UInt32.self))
        let hashes = try reader.list(features) { reader throws(DamagedModel) in try reader.integer(UInt32.self) }
        guard let vocabulary = Vocabulary(hashes) else { throw .inconsistent("a feature is there twice") }
        blocks = try reader.list(features) { reader throws(DamagedModel) in
            let block = try reader.integer(UInt8.self)
            guard let known = FeatureBlock(rawValue: block) else { throw .inconsistent("there is no block \(block)") }
            return known
        }
        let width = LinearWeights.width(labels: labels.count)
        importance = try reader.floats(features)
        strangeness = try reader.float()
        let scales = try reader.floats(features)
        table = WeightTable(
            width: width, cells: try reader.cells(features * width), scales: scales,
            intercepts: try reader.floats(width))
        calibration = Calibration(
            isMultiLabel: isMultiLabel, slopes: try reader.floats(labels.count),
            offsets: try reader.floats(labels.count),
            sureness: Sureness(slope: try reader.float(), offset: try reader.float()))
        scope = try ScopeCurve(from: &reader)
        judged = try reader.list(Int(try reader.integer(UInt32.self))) { reader throws(DamagedModel) in
            let label = Int(try reader.integer(UInt32.self))
            guard labels.indices.contains(label) else { throw .inconsistent("there is no label \(label)") }
            let certainty = try reader.double()
            let marks = try reader.integer(UInt8.self)
            return JudgedMessage(
                label: labels[label], certainty: certainty, isRight: marks & 1 != 0, isForeign: marks & 2 != 0)
        }
        (self.labels, self.vocabulary) = (labels, vocabulary)
    }
}

extension ByteReader {
    fileprivate mutating func floats(_ count: Int) throws(DamagedModel) -> [Float] {
        try list(count) { reader throws(DamagedModel) in try reader.float() }
    }
}
