import { part3 } from 'heavy-1';
import hand from 'heavy-3';
export const sum = () => part3() + hand.total();
