import FlywheelKit

/// Where the texts of a column are before they are copied together, each once and into memory of the right size.
struct TextPlaces {
    /// The bytes of the batch.
    private let source: [UInt8]
    /// Texts that are not among them as they are, because of their encoding or quoting; their offsets follow the source's.
    private var extra: [UInt8] = []
    private var places: [Range<Int>] = []
    private var known = Bitmap(repeating: false, count: 0)

    init(in source: [UInt8], count: Int) {
        self.source = source
        places.reserveCapacity(count)
    }

    /// Adds a text at the end, or an unknown one.
    @inline(__always)
    mutating func append(_ place: Range<Int>?) {
        places.append(place ?? 0..<0)
        known.append(place != nil)
    }

    /// Puts a text where it can be found.
    mutating func place(for text: Span<UInt8>) -> Range<Int> {
        let start = source.count + extra.count
        text.withUnsafeBufferPointer { extra += $0 }
        return start..<source.count + extra.count
    }

    /// The texts.
    var values: Values<String> {
        var ends: [Int] = []
        ends.reserveCapacity(places.count)
        var length = 0
        for place in places {
            length += place.count
            ends.append(length)
        }
        // A short text is copied as one vector, which reaches beyond its end.
        let width = MemoryLayout<SIMD16<UInt8>>.size
        let bytes = [UInt8](unsafeUninitializedCapacity: length + width) { target, count in
            source.withUnsafeBytes { source in
                extra.withUnsafeBytes { extra in
                    for place in places {
                        let room = UnsafeMutableRawBufferPointer(target)
                        let from = place.lowerBound
                        if place.count <= width, from + width <= source.count {
                            // In bounds: `source` has a vector from here, and `target` has one more than all texts.
                            let vector = source.loadUnaligned(fromByteOffset: from, as: SIMD16<UInt8>.self)
                            room.storeBytes(of: vector, toByteOffset: count, as: SIMD16<UInt8>.self)
                        } else {
                            let isExtra = from >= source.count
                            let offset = isExtra ? from - source.count : from
                            let text = (isExtra ? extra : source)[offset..<offset + place.count]
                            UnsafeMutableRawBufferPointer(rebasing: room[count..<count + place.count])
                                .copyMemory(from: UnsafeRawBufferPointer(rebasing: text))
                        }
                        count += place.count
                    }
                }
            }
        }
        return Values(storage: Texts(bytes: bytes, ends: ends), known: known)
    }
}
