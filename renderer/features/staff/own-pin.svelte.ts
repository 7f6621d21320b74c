/** Whether somebody is setting their own PIN, from wherever they are. */
class OwnPin {
  open = $state(false);
}

export const ownPin = new OwnPin();
