const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether an 18-digit identity number ends in its check digit (GB 11643). A hint only: the court decides. */
export function looksLikeIdNumber(text: string): boolean {
  const number = text.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}
