/** Tests of journeys, by their names, that look into the files of a Puente on this machine: a deployment has none. */
export const leftOut = ['stores nothing and writes nobody', 'holds no address and no name of anybody'];
