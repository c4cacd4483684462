extension ScopeCurve {
    func write(to writer: inout ByteWriter) { writer.write([height, lead, offset]) }

    init(from reader: inout ByteReader) throws(DamagedModel) {
        height = try reader.float()
        lead = try reader.float()
        offset = try reader.float()
    }
}
