import FlywheelWeb
import HTTPTypes
import Testing

@Suite struct MultipartFormTests {
    func request(_ body: String, boundary: String = "b-1") -> WebRequest {
        WebRequest(
            id: "1", .post, path: "/data/imports",
            headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: Array(body.utf8))
    }

    static let form = """
        --b-1\r\nContent-Disposition: form-data; name="account"\r\n\r\nnorth wind\r\n\
        --b-1\r\nContent-Disposition: form-data; name="file"; filename="a %22b%22.csv"\r\n\
        Content-Type: text/csv\r\n\r\nsku,units\r\n--b-\r\n\r\n--b-1--\r\n
        """

    @Test func fieldsAndFilesAreReadApart() {
        let request = request(Self.form)
        #expect(request.form["account"] == "north wind")
        #expect(request.form.names == ["account"])
        #expect(request.files.map(\.name) == ["a \"b\".csv"])
        #expect(request.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["sku,units\r\n--b-\r\n"])
    }

    @Test(arguments: ["", "--b-1", "--b-1\r\n", "--b-1\r\nno header\r\n\r\n", "--b-1--", "--other\r\n\r\n"])
    func whatIsNoFormHasNoFields(body: String) {
        #expect(request(body).form.fields.isEmpty)
        #expect(request(body).files.isEmpty)
    }

    @Test func everyCutIsReadWithoutHarm() {
        let bytes = Array(Self.form.utf8)
        for length in bytes.indices {
            let cut = WebRequest(
                id: "1", .post, path: "/", headers: [.contentType: "multipart/form-data; boundary=\"b-1\""],
                body: Array(bytes[..<length]))
            #expect(cut.files.count <= 1)
        }
    }
}
