import FlywheelKit
import FlywheelStore
import Testing

let noon = Instant(seconds: 1_790_000_000)
let person = Actor(.person, "ada")

/// A small generator whose whole sequence follows from its seed (Steele, Lea, Flood 2014, "SplitMix").
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

func draft(
    _ digest: String, feed: String = "catalog/1", marketplace: String = "ATVPDKIKX0DER", at: Instant = noon
) -> ImportDraft {
    ImportDraft(
        fileName: "\(digest).tsv", digest: digest, format: "generic", feed: feed, subject: .listing, account: "north",
        marketplace: marketplace, effectiveAt: at, receivedAt: at)
}

func factRows(_ codes: [String], _ products: [String?]? = nil, _ columns: [String: ColumnData] = [:]) -> FactRows {
    FactRows(
        codes: Texts(codes), products: Values(products ?? [String?](repeating: nil, count: codes.count)),
        columns: columns)
}

func integers(_ values: Int?...) -> ColumnData { .integers(Values(values)) }

extension Bench {
    @discardableResult
    func keep(_ draft: ImportDraft, _ parts: FactRows..., as state: ImportRecord.State = .kept) throws -> ImportID {
        let id = try store.beginImport(draft, by: person)
        for part in parts { try store.stage(part, for: id) }
        var summary = ImportSummary()
        summary.kept = parts.reduce(0) { $0 + $1.codes.count }
        summary.subjects = Set(parts.flatMap(\.codes)).count
        try store.finishImport(id, as: state, summary)
        return id
    }

    /// The chunk that each visible subject stands in.
    func homes(_ kind: Subject.Kind = .listing) throws -> [String: ChunkPlace] {
        var homes: [String: ChunkPlace] = [:]
        for chunk in try store.chunks(of: kind) {
            for code in try store.rows(of: chunk).codes.compactMap(\.self) {
                #expect(homes[code] == nil, "\(code) stands twice")
                homes[code] = chunk
            }
        }
        return homes
    }

    /// The product of each visible subject that has one.
    func products() throws -> [String: String] {
        var products: [String: String] = [:]
        for chunk in try store.chunks(of: .listing) {
            let rows = try store.rows(of: chunk)
            for (code, product) in zip(rows.codes, rows.products) {
                if let code { products[code] = product }
            }
        }
        return products
    }

    /// What each subject has in a whole-number column, import by import, line by line.
    func content(_ column: String, from sources: [ImportID]) throws -> [String: [Int?]] {
        var content: [String: [Int?]] = [:]
        for chunk in try store.chunks(of: .listing) {
            let codes = try store.rows(of: chunk).codes
            for block in try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: [column], from: sources) {
                let values = block.columns[column].flatMap(Int.values(of:)) ?? Values(unknown: block.rows.count)
                for (entry, row) in block.rows.enumerated() {
                    let code = try #require(codes[Int(row)], "facts on a row that is not used")
                    content[code, default: []].append(values[entry])
                }
            }
        }
        return content
    }
}
