extension CalendarDate {
  /// A date as people type it: `03/12/2026`, `3/12/26`, `03.12.2026`, `2026-12-03`; what follows a space is left out. Nil
  /// for anything else.
  public init?(typed text: String) {
    let day = text.split(separator: " ").first.map(String.init) ?? ""
    if let date = CalendarDate(day) {
      self = date
      return
    }
    let parts = day.split(whereSeparator: { "/.-".contains($0) }).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], var year = parts[2], day > 0, month > 0, year >= 0
    else { return nil }
    if year < 100 { year += 2000 }
    self.init("\(pad(year, 4))-\(pad(month))-\(pad(day))")
  }
}
