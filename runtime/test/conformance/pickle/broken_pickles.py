import pickle
BAD=[b'',b'\x80',b'.',b'(.',b'h\x00.',b'\x00',b'N',b'\x80\x09.',b'e.',b'cos\n',b'I1',b'Ia\n.',b'U\x05a',b']a.',b'}N.',b'0.',b'2.',b't.',b')R.',b'NR.',b'N)R.',b'N)\x81.',b'Nb.',b'NNb.',b'P1\n.',b'NQ.',b'cfoo\nbar\n.',b"S'a\n.",b"Sa\n.",b'\x82\x01.',b'\x82\x00.',b'\x97.',b'N\x98.',b'F1x\n.',b'g1\n.',b'ga\n.',b'p1\n.',b'q\x01.',b'\x94.',b'1.',b'\xff.',b'N1.',b'NN\x93.',b'\x95\x05\0\0\0\0\0\0\0N.', b'(NNNd.', b'(Nd.',b'}(Nu.', b']NNs.',b'NN\x86', b'G12',b'K', b'\x8b\xff\xff\xff\xff.',b'T\xff\xff\xff\xff.',b'NNa.',b'N(Ne.', b'N(N\x90.',b'(i',b'\x95']
for b in BAD:
  try: print(b,pickle.loads(b))
  except BaseException as e: print(b,type(e).__module__,repr(e))
for o in ((x for x in ()),):
  try: pickle.dumps(o)
  except BaseException as e: print(repr(e))
# Random bytes raise Python exceptions and nothing else.
seed = 12345
for n in range(300):
    data = b""
    for i in range(12):
        seed = (seed * 1103515245 + 12345) % 2**31
        data += bytes(((b".012FIJKLMNQRTUVX]}()aeghhlooqqsstubd\x80\x81\x85\x86\x87\x88\x8a\x8c\x8f\x90\x91\x92\x93\x94\x95\x95C")[(seed >> 12) % 53],))
    try:
        pickle.loads(data)
    except Exception:
        pass
print("done")
