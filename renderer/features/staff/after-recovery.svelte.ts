/** Somebody got in by a recovery code: the PIN is to be set anew as soon as the screens are there. */
class AfterRecovery {
  wanted = $state(false);
}

export const afterRecovery = new AfterRecovery();
