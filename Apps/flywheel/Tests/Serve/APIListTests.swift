import Foundation
import HTTPTypes
import Testing

@testable import flywheel

/// Every list of the API comes in parts, and says how many rows there are.
@Suite struct APIListTests {
    @Test func everyListHasACursorAndACount() throws {
        let door = try Doorstep(.rotatedOnce())
        let schemas = try #require(try door.ask(.get, "/api/v1/openapi.json", as: nil).json?["components"]?["schemas"])
        var lists = 0
        for operation in try APIRuleTests.operations(in: door) where operation.method == .get {
            let schema = operation.operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]
            let names = schema.map { Self.names(in: $0, schemas) } ?? []
            // Whoever asks for one record may be answered by a document that has a list for several.
            let isList = operation.id.hasPrefix("list") || names.contains("items") && !operation.path.hasSuffix("}")
            guard isList, !Self.wholes.contains(operation.id) else { continue }
            let taken = Set(operation.parameters.flatMap { $0["name"]?.texts ?? [] })
            #expect(taken.isSuperset(of: ["limit", "cursor"]), "\(operation.id) takes \(taken.sorted())")
            #expect(names.contains("nextCursor"), "\(operation.id) does not say where the next part begins")
            #expect(names.contains("relation"), "\(operation.id) does not say how many there are")
            lists += 1
        }
        #expect(lists > 25)
    }

    /// Answers with rows that are no lists of records: figures and comparisons, as long as what they compare.
    private static let wholes: Set = ["backtest", "showAttainment"]

    /// The names of all members that documents of a schema have.
    private static func names(in schema: JSON, _ schemas: JSON) -> Set<String> {
        var names: Set<String> = []
        if case .text(let reference) = schema["$ref"], let name = reference.split(separator: "/").last {
            names = schemas[String(name)].map { Self.names(in: $0, schemas) } ?? []
        }
        for key in ["allOf", "oneOf"] {
            guard case .array(let parts) = schema[key] else { continue }
            for part in parts { names.formUnion(Self.names(in: part, schemas)) }
        }
        for member in schema["properties"]?.members ?? [] {
            names.insert(member.key)
            names.formUnion(Self.names(in: member.value, schemas).subtracting(["items"]))
        }
        return schema["items"].map { names.union(Self.names(in: $0, schemas).subtracting(["items"])) } ?? names
    }

    @Test func partsOfEveryListAreTheWhole() throws {
        let furnished = try FurnishedDesk()
        let door = try Doorstep(furnished.desk)
        var paged = 0
        for operation in try APIRuleTests.operations(in: door) where operation.id.hasPrefix("list") {
            let path = try #require(operation.path.named(by: furnished.ids))
            func ask(_ query: String) throws -> Doorstep.Reply {
                try door.ask(.get, "\(path)?\(query)", as: "ada:admin")
            }
            let first = try ask("limit=1000")
            guard first.status == 200, let whole = first.json, let key = Self.listKey(of: whole) else { continue }
            let rows = Self.rows(key, of: whole)
            var (parts, cursor): ([JSON], String?) = ([], nil)
            let step = max(1, (rows.count + 2) / 3)
            repeat {
                let reply = try ask("limit=\(step)" + (cursor.map { "&cursor=\(Self.encoded($0))" } ?? ""))
                guard let page = reply.json, reply.status == 200 else {
                    Issue.record("\(operation.id): \(reply.text)")
                    break
                }
                parts += Self.rows(key, of: page)
                cursor = page["nextCursor"]?.texts.first
            } while cursor != nil && parts.count <= rows.count
            #expect(parts == rows, "\(operation.id): \(parts.count) of \(rows.count)")
            paged += rows.count > 1 ? 1 : 0
        }
        #expect(paged > 10)
    }

    /// What grows with the store is read from it in parts: they are what the command prints whole.
    @Test(arguments: [["export", "exceptions"], ["export", "outcomes"], ["listings"]])
    func partsOfWhatGrowsAreWhatIsPrinted(words: [String]) throws {
        let desk = try FurnishedDesk().desk
        let rows = Self.rows("items", of: try JSON(reading: desk.run(words + ["--format", "json"]).output))
        let door = try Doorstep(desk)
        var (parts, cursor): ([JSON], String?) = ([], nil)
        repeat {
            let query = "?limit=2" + (cursor.map { "&cursor=\(Self.encoded($0))" } ?? "")
            let page = try #require(try door.ask(.get, "/api/v1/\(words.last ?? "")\(query)", as: "ada:admin").json)
            #expect(page["matching"]?["value"] == .count(rows.count))
            parts += Self.rows("items", of: page)
            cursor = page["nextCursor"]?.texts.first
        } while cursor != nil && parts.count <= rows.count
        #expect(parts == rows)
        let lost = try door.ask(.get, "/api/v1/\(words.last ?? "")?cursor=nothing", as: "ada:admin")
        #expect(lost.code == "cursor")
    }

    @Test func aCursorThatNamesNothingIsRefused() throws {
        let door = try Doorstep(.rotatedOnce())
        #expect(try door.ask(.get, "/api/v1/causes?cursor=nothing", as: "ada:admin").code == "cursor")
        #expect(try door.ask(.get, "/api/v1/causes?limit=0", as: "ada:admin").status == 400)
        #expect(try door.ask(.get, "/api/v1/causes?limit=2&limit=3", as: "ada:admin").status == 400)
        #expect(try door.ask(.get, "/api/v1/people?limits=2", as: "ada:admin").code == "unknown-parameter")
    }

    private static func listKey(of document: JSON) -> String? {
        ["items", "imports", "entries", "documents"].first { if case .array = document[$0] { true } else { false } }
    }

    private static func rows(_ key: String, of document: JSON) -> [JSON] {
        if case .array(let rows) = document[key] { rows } else { [] }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
