public import FlywheelKit

/// Where a subject stands: the position of a chunk in its ``Directory``, and a row of it.
public struct Place: Hashable, Sendable, Comparable {
    /// The chunk, as a position in ``Directory/chunks``.
    public var chunk: Int32
    /// The row.
    public var row: Int32

    /// A row of a chunk.
    public init(chunk: Int, row: Int) {
        self.chunk = Int32(chunk)
        self.row = Int32(row)
    }

    /// By chunk, then by row.
    public static func < (left: Place, right: Place) -> Bool { (left.chunk, left.row) < (right.chunk, right.row) }
}

/// Where the subjects of one kind, account and marketplace stand, and which products keep them together.
///
/// A subject keeps its place for ever, unless its product turns out to stand elsewhere. A new one goes to the chunk of
/// its product, else to the last chunk that has room, else to a new one; only for a product's sake does a chunk outgrow
/// its capacity. All subjects of a product share a chunk at all times, whether or not the product counts already.
public struct Directory: Sendable {
    /// A chunk as the directory knows it.
    public struct Page: Sendable {
        /// The chunk's number in its store.
        public let id: Int64
        /// The subject of each row; negative where it is empty, because its subject moved.
        var rows: [Int32] = []
        /// Whether it differs from what its store keeps.
        public fileprivate(set) var isChanged = false
    }

    /// The chunks, in the order of their numbers.
    public private(set) var chunks: [Page] = []
    private let capacity: Int
    /// The last chunk with room.
    private var open: Int?
    private var positions: [Int64: Int] = [:]

    // One entry a subject.
    private var codes = TextTable()
    private var places: [Place] = []
    private var products: [Int32] = []
    private var sources: [Int64] = []

    // One entry a product.
    private var names = TextTable()
    private var homes: [Int32] = []
    private var members: [Int32] = []

    /// A directory of nothing.
    ///
    /// - Parameter capacity: how many rows a chunk holds.
    public init(capacity: Int = Chunk.capacity) { self.capacity = capacity }

    // MARK: Placing

    /// The place of each subject of each batch, a new one where it has none.
    ///
    /// - Parameters:
    ///   - batches: rows; the product that one names decides where a new subject goes.
    ///   - source: the import they are of.
    ///   - next: the number of the next new chunk.
    public mutating func place(_ batches: [FactRows], of source: ImportID, next: inout Int64) -> [[Place]] {
        var subjects = find(batches)
        for (number, batch) in batches.enumerated() {
            for row in subjects[number].indices where subjects[number][row] < 0 {
                let subject = add(row, of: batch, source: source.number, next: &next)
                subjects[number][row] = Int32(subject)
            }
        }
        return places(of: subjects)
    }

    /// The subjects of batches, negative where there is none, sought on all cores.
    private func find(_ batches: [FactRows]) -> [[Int32]] {
        concurrentMap(batches.count) { codes.numbers(of: batches[$0].codes) }
    }

    private func places(of subjects: [[Int32]]) -> [[Place]] {
        concurrentMap(subjects.count) { number in subjects[number].map { places[Int($0)] } }
    }

    /// The subject of a code, placed when it is new.
    private mutating func add(_ row: Int, of batch: FactRows, source: Int64, next: inout Int64) -> Int {
        let (subject, isNew) = batch.codes.withUTF8(of: row) { codes.add($0) }
        guard isNew else { return subject }
        let claims = batch.products
        let product = claims.known[row] ? claims.storage.withUTF8(of: row) { number(ofProduct: $0) } : -1
        let chunk = product >= 0 && members[product] > 0 ? Int(homes[product]) : open ?? addChunk(&next)
        products.append(Int32(product))
        sources.append(product < 0 ? 0 : source)
        places.append(append(subject, to: chunk))
        if product >= 0 { join(product, chunk) }
        return subject
    }

    private mutating func append(_ subject: Int, to chunk: Int) -> Place {
        let place = Place(chunk: chunk, row: chunks[chunk].rows.count)
        chunks[chunk].rows.append(Int32(subject))
        chunks[chunk].isChanged = true
        if chunk == open, chunks[chunk].rows.count >= capacity { findOpen() }
        return place
    }

    private mutating func addChunk(_ next: inout Int64) -> Int {
        chunks.append(Page(id: next))
        positions[next] = chunks.count - 1
        next += 1
        open = chunks.count - 1
        return chunks.count - 1
    }

    private mutating func findOpen() { open = chunks.lastIndex { $0.rows.count < capacity } }

    private mutating func number(ofProduct text: UnsafeRawBufferPointer) -> Int {
        let (product, isNew) = names.add(text)
        if isNew {
            homes.append(-1)
            members.append(0)
        }
        return product
    }

    private mutating func join(_ product: Int, _ chunk: Int) {
        homes[product] = Int32(chunk)
        members[product] += 1
    }

    // MARK: Products

    /// The product of a subject, and the import that named it; `nil` where nobody named one.
    public func product(of code: String) -> (product: String, source: ImportID)? {
        let texts: Texts = [code]
        guard let subject = codes.numbers(of: texts).first.map(Int.init), subject >= 0, products[subject] >= 0
        else { return nil }
        return (names.texts[Int(products[subject])], ImportID(sources[subject]))
    }

    /// Whether the subject at the place of a claim has the product it names.
    public func holds(_ claims: Claims, _ index: Int, in chunk: Int) -> Bool {
        claims.products.withUTF8(of: index) { has($0, Place(chunk: chunk, row: Int(claims.rows[index]))) }
    }

    /// The import that named the product of a place.
    public func source(of place: Place) -> ImportID? {
        let subject = Int(chunks[Int(place.chunk)].rows[Int(place.row)])
        return subject < 0 || products[subject] < 0 ? nil : ImportID(sources[subject])
    }

    /// Whether the subject at a place has that product.
    private func has(_ product: UnsafeRawBufferPointer, _ place: Place) -> Bool {
        let subject = Int(chunks[Int(place.chunk)].rows[Int(place.row)])
        guard subject >= 0, products[subject] >= 0 else { return false }
        return names.texts.withUTF8(of: Int(products[subject])) { TextTable.same($0, product) }
    }

    /// Gives the subject at a place a product. Where others of that product stand in another chunk, it moves there and
    /// leaves its row empty for ever.
    ///
    /// - Returns: where it stands from now on.
    public mutating func name(_ place: Place, _ product: String, by source: ImportID) -> Place {
        let subject = Int(chunks[Int(place.chunk)].rows[Int(place.row)])
        precondition(subject >= 0, "row \(place.row) is empty")
        var text = product
        let named = text.withUTF8 { number(ofProduct: UnsafeRawBufferPointer($0)) }
        if products[subject] >= 0 { members[Int(products[subject])] -= 1 }
        products[subject] = Int32(named)
        sources[subject] = source.number
        chunks[Int(place.chunk)].isChanged = true
        if members[named] > 0, homes[named] != place.chunk {
            chunks[Int(place.chunk)].rows[Int(place.row)] = -1
            places[subject] = append(subject, to: Int(homes[named]))
        }
        join(named, Int(places[subject].chunk))
        return places[subject]
    }

    // MARK: Keeping

    /// The position of a chunk in ``chunks``.
    public func position(of chunk: Int64) -> Int? { positions[chunk] }

    /// What a chunk holds, as a store keeps it.
    public func content(of chunk: Int) -> PlacedRows {
        let rows = chunks[chunk].rows.map(Int.init)
        let named = rows.map { $0 < 0 ? -1 : Int(products[$0]) }
        var known = Bitmap(repeating: true, count: rows.count)
        var isNamed = known
        for row in rows.indices {
            if rows[row] < 0 { known[row] = false }
            if named[row] < 0 { isNamed[row] = false }
        }
        return PlacedRows(
            codes: Values(storage: codes.texts.picked(rows, filler: ""), known: known),
            products: Values(storage: names.texts.picked(named, filler: ""), known: isNamed),
            sources: Values(storage: rows.map { $0 < 0 ? 0 : Int(sources[$0]) }, known: isNamed))
    }

    /// Takes over what a store keeps of a chunk, new or changed.
    public mutating func load(_ content: PlacedRows, of id: Int64) {
        var next = id
        let chunk = positions[id] ?? addChunk(&next)
        let count = content.codes.count
        chunks[chunk].rows = (0..<count).map { row in
            guard content.codes.known[row] else { return -1 }
            let (subject, isNew) = content.codes.storage.withUTF8(of: row) { codes.add($0) }
            let place = Place(chunk: chunk, row: row)
            let product =
                content.products.known[row]
                ? content.products.storage.withUTF8(of: row) { number(ofProduct: $0) } : -1
            let source = Int64(content.sources[row] ?? 0)
            if isNew {
                places.append(place)
                products.append(Int32(product))
                sources.append(source)
            } else {
                if products[subject] >= 0 { members[Int(products[subject])] -= 1 }
                places[subject] = place
                products[subject] = Int32(product)
                sources[subject] = source
            }
            if product >= 0 { join(product, chunk) }
            return Int32(subject)
        }
        findOpen()
    }

    /// Notes that the store keeps what the directory holds.
    public mutating func noteKept() {
        for chunk in chunks.indices where chunks[chunk].isChanged { chunks[chunk].isChanged = false }
    }
}

/// The rows of a chunk as a store keeps them.
public struct PlacedRows: Sendable {
    /// The code of each row; unknown where the row is empty.
    public var codes: Values<String>
    /// The product of each row, where one was named.
    public var products: Values<String>
    /// The number of the import that named it; it counts once that import is kept.
    public var sources: Values<Int>

    /// The rows of a chunk.
    public init(codes: Values<String>, products: Values<String>, sources: Values<Int>) {
        self.codes = codes
        self.products = products
        self.sources = sources
    }
}

extension PlacedRows {
    /// What readers see: rows that a kept import has facts for, with the products that kept imports named.
    public func visible(_ seen: Bitmap, isKept: (Int) -> Bool) -> ChunkRows {
        let rows = Array(0..<min(seen.count, codes.count))
        var shown = codes.known.picked(rows)
        var named = products.known.picked(rows)
        for row in rows {
            if !seen[row] { shown[row] = false }
            if named[row], !shown[row] || !(sources[row].map(isKept) ?? false) { named[row] = false }
        }
        return ChunkRows(
            codes: Values(storage: codes.storage.prefix(rows.count), known: shown),
            products: Values(storage: products.storage.prefix(rows.count), known: named))
    }
}

extension Texts {
    /// The first texts, all of them where there are not more.
    fileprivate func prefix(_ count: Int) -> Texts {
        var kept = self
        if count < self.count { kept.keep(first: count) }
        return kept
    }
}
