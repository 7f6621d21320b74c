/**
 * A phone number with its middle hidden: enough for the customer to know it is theirs, too little for whoever finds the slip. Marks
 * between the digits stay: `021-6437 5688` is `021-**** 5688`. Short numbers keep their last two digits.
 */
export function maskPhone(phone: string): string {
  const count = [...phone].filter(isDigit).length;
  const [head, tail] = count >= 8 ? [3, 4] : [0, 2];
  let seen = 0;
  return [...phone]
    .map((character) => {
      if (!isDigit(character)) return character;
      seen += 1;
      return seen > head && seen <= count - tail ? '*' : character;
    })
    .join('');
}

const isDigit = (character: string): boolean => /\d/.test(character);
