import Testing

@testable import FlywheelWeb

@Suite struct MultipartReaderTests {
    static let form = """
        --b-1\r\nContent-Disposition: form-data; name="account"\r\n\r\nnorth wind\r\n\
        --b-1\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n\
        --b-1\r\nX-Other: no field\r\n\r\nleft out\r\n\
        --b-1\r\nContent-Disposition: form-data; name="file"; filename="a %22b%22.csv"\r\n\
        Content-Type: text/csv\r\n\r\nsku,units\r\n--b-\r\n\r\n--b-1--\r\nafter the end
        """

    /// The parts of a form that arrives so many bytes at a time.
    private static func parts(
        _ bytes: [UInt8], by count: Int, contentType: String = "multipart/form-data; boundary=b-1"
    ) throws -> (parts: [String], isOver: Bool) {
        var reader = try #require(MultipartReader(contentType: contentType))
        var parts: [String] = []
        for start in stride(from: 0, to: bytes.count, by: count) {
            for piece in try reader.read(bytes[start..<min(bytes.count, start + count)]) {
                switch piece {
                case .begin(let field, let file): parts.append("\(field)|\(file ?? "-")|")
                case .content(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
                case .end: parts[parts.count - 1] += "|"
                }
            }
        }
        return (parts, reader.isOver)
    }

    @Test(arguments: [1, 2, 3, 7, 64, 10_000])
    func aFormReadsTheSameHoweverItArrives(count: Int) throws {
        let (parts, isOver) = try Self.parts(Array(Self.form.utf8), by: count)
        #expect(parts == ["account|-|north wind|", "empty|-||", "file|a \"b\".csv|sku,units\r\n--b-\r\n|"])
        #expect(isOver)
    }

    @Test(arguments: [
        ("name=\"file\"; filename=\"north@US; 2026-11-20.csv\"", "north@US; 2026-11-20.csv"),
        ("filename=\"a; name=other.csv\"; name=\"file\"", "a; name=other.csv"), ("name=file; filename=a.csv", "a.csv"),
        ("name=\"file\"; Filename=\"a.csv\"", "a.csv"), ("NAME=\"file\" ; filename=\"\"", ""),
    ])
    func aFileKeepsItsWholeName(head: String, name: String) throws {
        let form = "--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n\r\n--b--\r\n"
        let parts = try Self.parts(Array(form.utf8), by: 7, contentType: "multipart/form-data; Boundary=\"b\"").parts
        #expect(parts == ["file|\(name)||"])
    }

    @Test func everyCutIsKnownForOne() throws {
        let bytes = Array(Self.form.utf8)
        let end = bytes.count - "\r\nafter the end".utf8.count
        for length in 0..<end {
            let (parts, isOver) = try Self.parts(
                Array(bytes[..<length]), by: 5, contentType: "Multipart/Form-Data; charset=utf-8; boundary=\"b-1\"")
            #expect(!isOver, "cut after \(length) bytes")
            #expect(parts.count <= 3)
        }
    }

    @Test(arguments: ["--b-1xy", "\r\n--b-1-x"])
    func aMarkThatGoesOnIsNoForm(text: String) {
        #expect(throws: FormError.malformed) { try Self.parts(Array(text.utf8), by: 4) }
    }

    @Test func aHeadHasAnEnd() {
        let endless = "--b-1\r\n" + String(repeating: "X-Long: yes\r\n", count: 2_000)
        #expect(throws: FormError.malformed) { try Self.parts(Array(endless.utf8), by: 512) }
    }

    @Test(arguments: [nil, "text/plain; boundary=b", "multipart/form-data", "multipart/form-data; boundary="])
    func whatIsNoFormWithFilesHasNoReader(contentType: String?) {
        #expect(MultipartReader(contentType: contentType) == nil)
    }

    @Test(arguments: UInt64(1)...5)
    func contentsOfAnySortArriveAsTheyWere(seed: UInt64) throws {
        var state = seed
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        // Of the bytes that marks are made of, so that half a mark is common.
        let letters = Array("\r\n-b1".utf8)
        let content = (0..<4_000).map { _ in letters[Int(next() % UInt64(letters.count))] }
        let head = Array("--b-1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n".utf8)
        let body = head + content + Array("\r\n--b-1--".utf8)
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=b-1"))
        var found: [UInt8] = []
        var start = 0
        while start < body.count {
            let end = min(body.count, start + 1 + Int(next() % 90))
            for case .content(let bytes) in try reader.read(body[start..<end]) { found += bytes }
            start = end
        }
        #expect(found == content && reader.isOver)
    }
}
