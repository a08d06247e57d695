/**
 * Who looks: owner and agent of PRO; the owners of FREE and of STANDARD, whose shop nobody has found yet; somebody who is not
 * signed in; whoever sets a fresh server up; a visitor of the PRO shop, or of the FREE one, where nobody is at work.
 */
export type Who = 'owner' | 'agent' | 'free' | 'nobody-came' | 'nobody' | 'founder' | 'visitor' | 'late-visitor';
