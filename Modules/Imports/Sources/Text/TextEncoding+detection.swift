extension TextDecoder {
    /// Decides how a file is encoded that has no byte order mark: as its sender declared, else in UTF-8 if half of what
    /// `head` holds beyond ASCII is, or more, else in the region's encoding.
    ///
    /// A head of plain ASCII proves nothing, and one with a bad byte not all, so the decoder it gives then reads a cell that
    /// is not UTF-8 by the region's encoding.
    ///
    /// - Parameters:
    ///   - head: the first bytes of the file, the more the surer, cut anywhere.
    ///   - declared: what the sender said.
    ///   - regional: what the region's exports use when they are not UTF-8.
    package init(detectedFrom head: [UInt8], declared: TextEncoding?, regional: TextEncoding) {
        if let declared {
            self.init(declared)
            return
        }
        let evidence = UTF8Evidence(head.span)
        if evidence.isAgainst {
            self.init(regional)
        } else {
            self.init(.utf8, otherwise: evidence.isFor && evidence.errors == 0 ? nil : regional)
        }
    }
}

/// What bytes say for or against UTF-8.
struct UTF8Evidence {
    /// Characters beyond ASCII. Bytes of another encoding are such by chance only.
    private(set) var characters = 0
    /// Bytes, or beginnings of characters, that are none. One that is cut off at the end is not among them.
    private(set) var errors = 0

    /// Whether no less than half of what is not ASCII is UTF-8.
    var isFor: Bool { characters > 0 && characters >= errors }
    /// Whether most of it is none.
    var isAgainst: Bool { errors > 0 && !isFor }

    init(_ bytes: Span<UInt8>) {
        var start = 0
        while start < bytes.count {
            let rest = bytes.extracting(start..<bytes.count)
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: rest)
                characters += rest.characters
                return
            } catch {
                characters += rest.extracting(0..<error.byteOffsets.lowerBound).characters
                let isCut = error.kind == .truncatedScalar && error.byteOffsets.upperBound == rest.count
                if !isCut { errors += 1 }
                start += error.byteOffsets.upperBound
            }
        }
    }
}

extension Span<UInt8> {
    /// How many characters of valid UTF-8 have several bytes, of which the first has its two highest bits set.
    fileprivate var characters: Int {
        var count = 0
        for index in indices where self[index] >= 0xC0 { count += 1 }
        return count
    }
}
