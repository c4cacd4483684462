/// A form as browsers send it with files (`multipart/form-data`, RFC 7578).
struct MultipartForm {
    /// The fields that are no files.
    private(set) var fields: [Fields.Field] = []
    /// The files.
    private(set) var files: [FormFile] = []

    /// Reads a body by the boundary that its media type names. What is no part of a form is left out.
    init(_ body: [UInt8], boundary: String) {
        let body = body[...]
        let mark = Array("--\(boundary)".utf8)
        var position = Self.find(mark, in: body, from: 0)
        while let start = position {
            let head = start + mark.count
            // Two hyphens behind the mark end the form.
            guard body.count >= head + 2, body[head] == 0x0D, body[head + 1] == 0x0A else { return }
            position = Self.find([0x0D, 0x0A] + mark, in: body, from: head)
            guard let end = position else { return }
            take(body[(head + 2)..<end])
            position = end + 2
        }
    }

    private mutating func take(_ part: ArraySlice<UInt8>) {
        let gap: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let split = Self.find(gap, in: part, from: part.startIndex) else { return }
        let head = String(decoding: part[..<split], as: UTF8.self)
        let content = part[(split + gap.count)...]
        let lines = head.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: line)
        else { return }
        if let file = Self.parameter("filename", of: line) {
            files.append(FormFile(field: name, name: file, bytes: Array(content)))
        } else {
            fields.append(Fields.Field(name, String(decoding: content, as: UTF8.self)))
        }
    }

    /// A quoted parameter of a header; browsers write a quote within it as `%22`.
    static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let part = part.drop { $0 == " " }
            guard part.hasPrefix("\(name)=") else { continue }
            let value = part.dropFirst(name.count + 1)
            guard value.hasPrefix("\"") else { return String(value) }
            return String(value.dropFirst().prefix { $0 != "\"" }).replacing("%22", with: "\"")
        }
        return nil
    }

    /// Where a mark stands next, at or after a place.
    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let first = mark.first else { return nil }
        var place = start
        while let found = bytes[place...].firstIndex(of: first), found + mark.count <= bytes.endIndex {
            if bytes[found..<(found + mark.count)].elementsEqual(mark) { return found }
            place = found + 1
        }
        return nil
    }
}
